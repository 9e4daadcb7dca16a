#include "app/window/document_tab.h"

#include "app/canvas/conflict_chooser.h"
#include "app/qt_text.h"
#include "app/window/canvas_hint.h"
#include "app/window/minimap.h"

#include <QVBoxLayout>

#include <chrono>

namespace lintel::app {

using namespace model;

namespace {

/// A frame of 16 ms has other things to do as well.
constexpr std::chrono::milliseconds kFrameTime{9};

/// The card lies on the canvas, which owns it.
canvas::ConflictChooser& conflictsOn(const QWidget& canvas)
{
    return *canvas.findChild<canvas::ConflictChooser*>(QString(), Qt::FindDirectChildrenOnly);
}

}  // namespace

DocumentTab::DocumentTab(const catalogue::Catalogue& catalogue, const text::Messages& messages,
                         const settings::Words& words, const QString& recoveryPath, QWidget* parent)
    : QWidget(parent),
      m_words(words),
      m_session(catalogue, messages),
      m_recovery(m_session, recoveryPath),
      m_watch(m_session),
      m_lint(m_session),
      m_notice(new NoticeBar),
      m_canvas(new rendering::canvas::CanvasWidget),
      m_controller(new canvas::CanvasController(m_session, m_lint, *m_canvas)),
      m_hint(new CanvasHint(*m_canvas)),
      m_minimap(new Minimap(*m_canvas))
{
    m_canvas->setObjectName("canvas");
    m_canvas->setFrameTime(kFrameTime);
    new canvas::ConflictChooser(m_session, *m_controller, *m_canvas);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notice);
    layout->addWidget(m_canvas, 1);
    layout->addWidget(&m_controller->banner());
    setFocusProxy(m_canvas);
    const auto updateHint = [this] { m_hint->setVisible(m_session.document().blocks.isEmpty()); };
    connect(&m_session, &session::DocumentSession::changed, m_hint, updateHint);
    connect(&m_session, &session::DocumentSession::changed, m_minimap, &Minimap::refresh);
    // A view that nobody has moved yet takes the lines in as well.
    connect(m_controller, &canvas::CanvasController::linesArrived, this, [this] {
        if (m_canvas->viewport() == m_first) showFirst();
        m_minimap->refresh();
    });
    updateHint();
    connectFile();
    retranslate();
}

// The canvas goes first: its controller listens to the session, which is a member and would go before it.
DocumentTab::~DocumentTab() { delete m_canvas; }

bool DocumentTab::isPristine() const
{
    return m_session.path().isEmpty() && !m_session.isModified() && m_session.document() == Document() &&
           m_session.history().isEmpty();
}

void DocumentTab::retranslate()
{
    m_session.setLanguage(m_words.language());
    m_canvas->setAccessibleName(m_words("canvas.accessible"));
    m_hint->retranslate(m_words);
    conflictsOn(*m_canvas).retranslate();
    m_notice->retranslate(m_words);
}

void DocumentTab::setDark(bool dark)
{
    m_controller->setTheme(dark ? rendering::Theme::dark() : rendering::Theme::light());
    m_hint->setDark(dark);
    conflictsOn(*m_canvas).setDark(dark);
    m_minimap->refresh();
}

void DocumentTab::tell(NoticeBar::Notice notice) { m_notice->tell(std::move(notice), m_words); }

namespace {

/// Where the flow of a design begins: at its people, else at the middle of its upper edge.
QPointF entryOf(const Document& document, const catalogue::Catalogue& catalogue, const rendering::DisplayList& picture)
{
    QRectF first;
    for (const Block& block : document.blocks) {
        const rendering::Element* element = picture.find(block.id.text());
        if (!element || catalogue.fact(block, "tier") != "client") continue;
        if (first.isEmpty() || element->bounds.top() < first.top()) first = element->bounds;
    }
    const QRectF all = picture.bounds();
    return first.isEmpty() ? QPointF(all.center().x(), all.top()) : first.center();
}

}  // namespace

void DocumentTab::showFirst()
{
    if (m_canvas->picture().isEmpty())
        m_canvas->zoomToActualSize();
    else
        m_canvas->zoomToOpen(entryOf(m_session.document(), m_session.catalogue(), m_canvas->picture()));
    m_first = m_canvas->viewport();
}

void DocumentTab::connectFile()
{
    connect(&m_watch, &session::FileWatch::fileChanged, this, &DocumentTab::bringInFromDisk);
    connect(&m_watch, &session::FileWatch::fileVanished, this, [this] {
        m_notice->tell({"notice.vanished", {}, {}}, m_words);
    });
}

// What fits together is brought in at once and can be undone; only a real conflict asks.
void DocumentTab::bringInFromDisk()
{
    const bool wasModified = m_session.isModified();
    const auto merged = m_session.mergeFromDisk();
    if (merged) return m_notice->tell({wasModified ? "notice.merged" : "notice.reloaded", {}, {}}, m_words);
    const bool isConflict = merged.error().location.file.empty();
    if (!isConflict) return m_notice->tell({"notice.unreadable", m_words.of(merged.error()), {}}, m_words);
    m_notice->tell({"notice.conflict",
                    {},
                    {{"notice.take-disk", [this] { static_cast<void>(m_session.reloadFromDisk()); }},
                     {"notice.keep-mine", [] {}}}},
                   m_words);
}

}  // namespace lintel::app
