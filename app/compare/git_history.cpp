#include "app/compare/git_history.h"

#include <QFileInfo>
#include <QProcess>

namespace lintel::app::compare {

GitHistory::GitHistory(const QString& path, QObject* parent)
    : QObject(parent), m_folder(QFileInfo(path).absolutePath()), m_name(QFileInfo(path).fileName())
{
}

void GitHistory::run(const QStringList& arguments, std::function<void(std::optional<QByteArray>)> answer)
{
    auto* git = new QProcess(this);
    git->setWorkingDirectory(m_folder);
    connect(git, &QProcess::finished, this, [git, answer](int code, QProcess::ExitStatus status) {
        git->deleteLater();
        if (code == 0 && status == QProcess::NormalExit)
            answer(git->readAllStandardOutput());
        else
            answer(std::nullopt);
    });
    connect(git, &QProcess::errorOccurred, this, [git, answer](QProcess::ProcessError error) {
        // Everything else is followed by finished().
        if (error != QProcess::FailedToStart) return;
        git->deleteLater();
        answer(std::nullopt);
    });
    git->start(QStringLiteral("git"), arguments);
}

void GitHistory::askRevisions(std::function<void(std::vector<Revision>)> answer)
{
    run({"log", "-n", "200", "--date=short", "--format=%h%x09%ad%x09%s", "--", m_name},
        [answer](const std::optional<QByteArray>& output) {
            std::vector<Revision> revisions;
            for (const QString& line :
                 QString::fromUtf8(output.value_or(QByteArray())).split('\n', Qt::SkipEmptyParts)) {
                const QStringList parts = line.split('\t');
                if (parts.size() >= 3) revisions.push_back({parts[0], parts[1], parts.mid(2).join('\t')});
            }
            answer(std::move(revisions));
        });
}

void GitHistory::askText(const QString& revision, std::function<void(std::optional<std::string>)> answer)
{
    // `./`: relative to the working directory, wherever in the repository that is.
    run({"show", revision + ":./" + m_name}, [answer](const std::optional<QByteArray>& output) {
        answer(output ? std::optional(output->toStdString()) : std::nullopt);
    });
}

}  // namespace lintel::app::compare
