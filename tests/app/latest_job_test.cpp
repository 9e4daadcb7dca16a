#include "app/latest_job.h"

#include <QCoreApplication>
#include <QThread>

#include <gtest/gtest.h>

#include <semaphore>
#include <string>
#include <vector>

namespace lintel::app {

namespace {

/// Questions whose work waits until the test lets it go on.
class LatestJobTest : public ::testing::Test {
protected:
    void ask(LatestJob& job, int question)
    {
        job.ask(
            [this, question] {
                m_begun.release();
                m_mayGoOn.acquire();
                return std::to_string(question);
            },
            [this](const std::string& answer) {
                EXPECT_EQ(QThread::currentThread(), m_home);
                m_answers.push_back(answer);
            });
    }
    /// Lets so many pieces of work go on.
    void letGo(int count) { m_mayGoOn.release(count); }
    void waitUntilBegun() { m_begun.acquire(); }
    /// All answers that are on the way have come.
    void finish(LatestJob& job)
    {
        job.wait();
        QCoreApplication::processEvents();
        EXPECT_FALSE(job.isBusy());
    }
    const std::vector<std::string>& answers() const { return m_answers; }

private:
    QThread* m_home = QThread::currentThread();
    std::vector<std::string> m_answers;
    std::counting_semaphore<> m_begun{0};
    std::counting_semaphore<> m_mayGoOn{0};
};

using Answers = std::vector<std::string>;

TEST_F(LatestJobTest, HandsOutTheAnswerInItsOwnThread)
{
    LatestJob job;
    EXPECT_FALSE(job.isBusy());
    ask(job, 1);
    EXPECT_TRUE(job.isBusy());
    letGo(1);
    finish(job);
    EXPECT_EQ(answers(), Answers({"1"}));
}

TEST_F(LatestJobTest, WorksOnTheLatestQuestionOnlyAndDropsLateAnswers)
{
    LatestJob job;
    ask(job, 1);
    waitUntilBegun();
    ask(job, 2);
    ask(job, 3);
    letGo(2);  // were the second one worked on, the third could not go on
    finish(job);
    EXPECT_EQ(answers(), Answers({"3"}));
}

TEST_F(LatestJobTest, UsesLateAnswersWhereTheyAreBetterThanNone)
{
    LatestJob job(Late::Used);
    ask(job, 1);
    waitUntilBegun();
    ask(job, 2);
    ask(job, 3);
    letGo(2);
    finish(job);
    EXPECT_EQ(answers(), Answers({"1", "3"}));
}

TEST_F(LatestJobTest, HandsOutNothingThatWasDropped)
{
    LatestJob job(Late::Used);
    ask(job, 1);
    waitUntilBegun();
    ask(job, 2);
    job.drop();
    EXPECT_FALSE(job.isBusy());
    letGo(1);
    finish(job);
    EXPECT_EQ(answers(), Answers());
    ask(job, 3);
    letGo(1);
    finish(job);
    EXPECT_EQ(answers(), Answers({"3"}));
}

TEST_F(LatestJobTest, HandsOutNothingOnceItIsGone)
{
    {
        LatestJob job;
        ask(job, 1);
        waitUntilBegun();
        ask(job, 2);
        letGo(2);
    }
    QCoreApplication::processEvents();
    EXPECT_EQ(answers(), Answers());
}

TEST_F(LatestJobTest, WaitsForTheLatestOfWhatIsRun)
{
    LatestJob job;
    std::vector<int> done;
    for (int i = 0; i < 100; ++i) job.run([&done, i] { done.push_back(i); });
    job.wait();
    ASSERT_FALSE(done.empty());
    EXPECT_EQ(done.back(), 99);
}

TEST_F(LatestJobTest, MayBeAskedAnewByWhoGetsTheAnswer)
{
    LatestJob job;
    std::vector<int> answers;
    job.ask([] { return 1; },
            [&](int first) {
                answers.push_back(first);
                job.ask([] { return 2; }, [&](int second) { answers.push_back(second); });
            });
    job.wait();
    QCoreApplication::processEvents();
    finish(job);
    EXPECT_EQ(answers, std::vector<int>({1, 2}));
}

}  // namespace

}  // namespace lintel::app
