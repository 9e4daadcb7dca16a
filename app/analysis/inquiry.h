#pragma once

#include "app/latest_job.h"
#include "app/session/document_session.h"
#include "model/analysis/analyses.h"

#include <QObject>
#include <QWidget>

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

    Inquiry(session::DocumentSession& session, std::shared_ptr<model::analysis::AnalysisCache> cache);

    /// Without a question there is no answer.
    void drop();
    bool isAsked() const { return m_work != nullptr; }

Q_SIGNALS:
    /// There is an answer, or there is none any more.
    void changed();

protected:
    void askWork(Work work);
    /// The question is put whenever the widget comes into sight, and dropped when it goes out of it.
    void askWorkWhileSeen(QWidget& widget, Work work);
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Null until there is one about the design as it is.
    const void* currentAnswer() const;

private:
    void follow();
    void start();

    session::DocumentSession& m_session;
    std::shared_ptr<model::analysis::AnalysisCache> m_cache;
    Work m_work;
    Work m_workWhenSeen;
    model::Document m_asked;  ///< what the answer is or will be about
    Answer m_answer;
    LatestJob m_job;
};

/// An Inquiry whose answer is a `T`.
template <class T>
class InquiryFor : public Inquiry {
public:
    using Inquiry::Inquiry;

    /// `work` runs on another thread: it captures values only.
    void ask(std::function<T(const model::analysis::Analyses&)> work) { askWork(workOf(std::move(work))); }
    /// For what is worth working out only while somebody looks.
    void askWhileSeen(QWidget& widget, std::function<T(const model::analysis::Analyses&)> work)
    {
        askWorkWhileSeen(widget, workOf(std::move(work)));
    }

    const T* answer() const { return static_cast<const T*>(currentAnswer()); }

private:
    static Work workOf(std::function<T(const model::analysis::Analyses&)> work)
    {
        return [work = std::move(work)](const model::analysis::Analyses& analyses) {
            return std::static_pointer_cast<const void>(std::make_shared<const T>(work(analyses)));
        };
    }
};

}  // namespace lintel::app::analysis
