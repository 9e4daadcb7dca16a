#include "app/canvas/chooser.h"

#include "app/settings/appearance.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app::canvas {

namespace {

constexpr int kWidth = 300;
constexpr int kFromTop = 56;
constexpr int kMostShown = 9;
constexpr std::size_t kMostListed = 30;

}  // namespace

int fitOf(const Chooser::Choice& choice, const QString& typed)
{
    const QStringList parts = typed.toLower().split(' ', Qt::SkipEmptyParts);
    const QString title = choice.title.toLower();
    const QStringList words = choice.words.split('\n', Qt::SkipEmptyParts);
    const QString all = title + '\n' + choice.words;
    const bool fits = std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return all.contains(part); });
    if (!fits) return 0;
    const QString whole = parts.join(' ');
    // What is called exactly so comes before what is found by that word.
    if (title == whole) return 5;
    if (words.contains(whole)) return 4;
    if (title.startsWith(whole)) return 3;
    return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(whole); }) ? 2 : 1;
}

Chooser::Chooser(QWidget& canvas) : QFrame(&canvas), m_line(new QLineEdit), m_list(new QListWidget)
{
    setObjectName("chooser");
    m_line->setObjectName("chooserLine");
    m_list->setObjectName("chooserList");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setIconSize(QSize(20, 20));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &Chooser::filter);
    connect(m_list, &QListWidget::itemClicked, this, &Chooser::take);
    hide();
}

void Chooser::open(const QString& prompt, std::vector<Choice> choices, QPoint at, Chosen chosen)
{
    m_choices = std::move(choices);
    m_chosen = std::move(chosen);
    m_line->setPlaceholderText(prompt);
    m_line->setAccessibleName(prompt);
    const QSignalBlocker blocker(m_line);
    m_line->clear();
    filter();
    const QRect room = parentWidget()->rect();
    move(std::clamp(at.x(), 0, std::max(0, room.width() - width())),
         std::clamp(at.y(), 0, std::max(0, room.height() - height())));
    show();
    raise();
}

void Chooser::openOnTop(const QString& prompt, std::vector<Choice> choices, Chosen chosen)
{
    open(prompt, std::move(choices), {(parentWidget()->width() - kWidth) / 2, kFromTop}, std::move(chosen));
    m_line->setFocus();
}

void Chooser::giveUp()
{
    if (!isVisible()) return;
    m_chosen = nullptr;
    hide();
    parentWidget()->setFocus();
}

void Chooser::filter()
{
    std::vector<std::pair<int, std::size_t>> fitting;
    const QString typed = m_line->text().trimmed();
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        const int fit = typed.isEmpty() ? (m_choices[i].isOffered ? 1 : 0) : fitOf(m_choices[i], typed);
        if (fit > 0) fitting.emplace_back(fit, i);
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (fitting.size() > kMostListed) fitting.resize(kMostListed);
    m_list->clear();
    for (const auto& [fit, index] : fitting) {
        const Choice& choice = m_choices[index];
        auto* item =
            new QListWidgetItem(choice.detail.isEmpty() ? choice.title : choice.title + "   " + choice.detail, m_list);
        if (!choice.kind.empty()) item->setIcon(settings::kindIcon(choice.kind));
        item->setData(Qt::UserRole, static_cast<qulonglong>(index));
    }
    m_list->setCurrentRow(0);
    const int rows = std::clamp(m_list->count(), 1, kMostShown);
    const int rowHeight = std::max(26, m_list->count() > 0 ? m_list->sizeHintForRow(0) : 0);
    m_list->setFixedHeight(rows * rowHeight + 2);
    setFixedWidth(std::min(kWidth, parentWidget()->width()));
    adjustSize();
}

void Chooser::take()
{
    const QListWidgetItem* item = m_list->currentItem();
    if (!item) return;
    const auto index = static_cast<std::size_t>(item->data(Qt::UserRole).toULongLong());
    const Chosen chosen = std::move(m_chosen);
    m_chosen = nullptr;
    hide();
    parentWidget()->setFocus();
    if (chosen) chosen(index);
}

bool Chooser::step(int by)
{
    if (m_list->count() > 0) m_list->setCurrentRow((m_list->currentRow() + by + m_list->count()) % m_list->count());
    return true;
}

bool Chooser::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
        m_chosen = nullptr;
        hide();
    }
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
            case Qt::Key_Return:
            case Qt::Key_Enter: take(); return true;
            case Qt::Key_Escape: giveUp(); return true;
            case Qt::Key_Down: return step(1);
            case Qt::Key_Up: return step(-1);
            default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace lintel::app::canvas
