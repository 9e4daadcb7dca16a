#pragma once

#include "app/canvas/canvas_controller.h"
#include "app/lint_service/lint_service.h"
#include "app/session/document_session.h"
#include "app/session/file_watch.h"
#include "app/session/recovery_file.h"
#include "app/settings/words.h"
#include "app/window/notice_bar.h"

#include <QWidget>

#include <optional>

namespace lintel::app {

class CanvasHint;
class Minimap;

/// One open design: its session, its lint, and the canvas it is drawn on.
class DocumentTab : public QWidget {
    Q_OBJECT

public:
    DocumentTab(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                const settings::Words& words, const QString& recoveryPath, QWidget* parent = nullptr);
    ~DocumentTab() override;

    session::DocumentSession& session() { return m_session; }
    LintService& lint() { return m_lint; }
    session::RecoveryFile& recovery() { return m_recovery; }
    rendering::canvas::CanvasWidget& canvas() { return *m_canvas; }
    canvas::CanvasController& controller() { return *m_controller; }

    /// Nothing is in it that anybody could miss: what is opened next may take its place.
    bool isPristine() const;
    void retranslate();
    void setDark(bool dark);
    /// Tells something above the canvas.
    void tell(NoticeBar::Notice notice);
    /// What is seen of a design that was just opened: all of it, or where its flow begins when all of it would be too
    /// small to read; 100 % when nothing is drawn yet.
    void showFirst();

private:
    void connectFile();
    void bringInFromDisk();

    const settings::Words& m_words;
    session::DocumentSession m_session;
    session::RecoveryFile m_recovery;
    session::FileWatch m_watch;
    LintService m_lint;
    NoticeBar* m_notice;
    rendering::canvas::CanvasWidget* m_canvas;
    canvas::CanvasController* m_controller;
    std::optional<rendering::canvas::Viewport> m_first;  ///< what showFirst() has shown
    CanvasHint* m_hint;
    Minimap* m_minimap;
};

}  // namespace lintel::app
