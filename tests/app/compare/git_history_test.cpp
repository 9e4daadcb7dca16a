#include "app/compare/git_history.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace lintel::app::compare {
namespace {

class GitHistoryTest : public ::testing::Test {
protected:
    void git(const QStringList& arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start("git", QStringList{"-c", "user.name=t", "-c", "user.email=t@example.com"} + arguments);
        ASSERT_TRUE(process.waitForFinished());
        ASSERT_EQ(process.exitCode(), 0) << process.readAllStandardError().toStdString();
    }
    void write(const QString& name, const QByteArray& bytes)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(name).path());
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::vector<GitHistory::Revision> revisionsOf(const QString& name)
    {
        GitHistory history(m_folder.filePath(name));
        std::optional<std::vector<GitHistory::Revision>> answer;
        history.askRevisions([&](std::vector<GitHistory::Revision> revisions) { answer = std::move(revisions); });
        EXPECT_TRUE(QTest::qWaitFor([&] { return answer.has_value(); }));
        return answer.value_or(std::vector<GitHistory::Revision>());
    }

    QTemporaryDir m_folder;
};

TEST_F(GitHistoryTest, TellsTheRevisionsOfOneFileTheNewestFirst)
{
    git({"init", "-q"});
    write("설계/가게.lintel.yaml", "one");
    git({"add", "."});
    git({"commit", "-q", "-m", "첫\t설계"});
    write("설계/가게.lintel.yaml", "two");
    git({"commit", "-q", "-a", "-m", "둘째"});
    const auto revisions = revisionsOf("설계/가게.lintel.yaml");
    ASSERT_EQ(revisions.size(), 2U);
    EXPECT_EQ(revisions[0].subject, QStringLiteral("둘째"));
    EXPECT_EQ(revisions[1].subject, QStringLiteral("첫\t설계"));

    GitHistory history(m_folder.filePath("설계/가게.lintel.yaml"));
    std::optional<std::string> text;
    history.askText(revisions[1].id, [&](std::optional<std::string> answer) { text = std::move(answer); });
    EXPECT_TRUE(QTest::qWaitFor([&] { return text.has_value(); }));
    EXPECT_EQ(text, "one");
}

TEST_F(GitHistoryTest, OutsideARepositoryThereAreNone)
{
    write("a.lintel.yaml", "one");
    EXPECT_TRUE(revisionsOf("a.lintel.yaml").empty());
}

TEST_F(GitHistoryTest, ARevisionThatIsNotThereIsNoText)
{
    git({"init", "-q"});
    write("a.lintel.yaml", "one");
    GitHistory history(m_folder.filePath("a.lintel.yaml"));
    bool wasAnswered = false;
    bool hasText = true;
    history.askText("HEAD~5", [&](const std::optional<std::string>& answer) {
        wasAnswered = true;
        hasText = answer.has_value();
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return wasAnswered; }));
    EXPECT_FALSE(hasText);
}

}  // namespace
}  // namespace lintel::app::compare
