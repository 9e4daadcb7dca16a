#pragma once

#include "app/session/document_session.h"
#include "model/analysis/analyses.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace lintel::app::analysis {

/// One question about the design, answered on a worker thread and asked anew whenever the design means something
/// else. An answer about an older design is never handed out. See InquiryFor.
class Inquiry : public QObject {
    Q_OBJECT

public:
    using Answer = std::shared_ptr<const void>;
    using Work = std::function<Answer(const model::analysis::Analyses&)>;

    /// `cache` outlives it.
    Inquiry(session::DocumentSession& session, model::analysis::AnalysisCache& cache);
    ~Inquiry() override;

    /// Without a question there is no answer.
    void drop();
    bool isAsked() const { return m_work != nullptr; }

Q_SIGNALS:
    /// There is an answer, or there is none any more.
    void changed();

protected:
    void askWork(Work work);
    /// Null until there is one about the design as it is.
    const void* currentAnswer() const { return m_answer.get(); }

private:
    void follow();
    void start();
    void take(Answer answer, std::uint64_t question);

    session::DocumentSession& m_session;
    model::analysis::AnalysisCache& m_cache;
    Work m_work;
    std::uint64_t m_question = 0;  ///< counts questions and designs: tells late answers apart
    model::Document m_asked;       ///< what the answer is or will be about
    Answer m_answer;
    bool m_isRunning = false;
    QThreadPool m_pool;
};

/// An Inquiry whose answer is a `T`.
template <class T>
class InquiryFor : public Inquiry {
public:
    using Inquiry::Inquiry;

    /// `work` runs on another thread: it captures values only.
    void ask(std::function<T(const model::analysis::Analyses&)> work)
    {
        askWork([work = std::move(work)](const model::analysis::Analyses& analyses) {
            return std::static_pointer_cast<const void>(std::make_shared<const T>(work(analyses)));
        });
    }

    const T* answer() const { return static_cast<const T*>(currentAnswer()); }
};

}  // namespace lintel::app::analysis
