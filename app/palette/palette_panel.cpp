#include "app/palette/palette_panel.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QCollator>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace lintel::app::palette {

using namespace model;

namespace {

constexpr int kKindRole = Qt::UserRole;
constexpr int kPresetRole = Qt::UserRole + 1;
constexpr int kWordsRole = Qt::UserRole + 2;

constexpr const char* kCategories[] = {"network",  "edge",        "compute",  "containers", "database",
                                       "storage",  "integration", "security", "delivery",   "observability",
                                       "software", "external",    "general"};

rendering::canvas::DraggedKind kindOf(const QTreeWidgetItem* item)
{
    return {KindId(fromQString(item->data(0, kKindRole).toString())),
            fromQString(item->data(0, kPresetRole).toString())};
}

class KindTree : public QTreeWidget {
public:
    using QTreeWidget::QTreeWidget;

protected:
    // Two quick clicks are clicks: the first has hung the block on the pointer.
    void mouseDoubleClickEvent(QMouseEvent* event) override { event->accept(); }
    QMimeData* mimeData(const QList<QTreeWidgetItem*>& items) const override
    {
        if (items.isEmpty() || items.front()->data(0, kKindRole).isNull()) return nullptr;
        return toMimeData(kindOf(items.front()));
    }
};

/// Everything people may type to find an entry, in both languages.
QString wordsOf(const catalogue::Kind& kind, const catalogue::Translated& title)
{
    QStringList words{toQString(kind.id.text()), toQString(title.en), toQString(title.ko), toQString(kind.title.en),
                      toQString(kind.title.ko)};
    QString initials;
    for (const QString& word : toQString(title.en).split(' ', Qt::SkipEmptyParts)) initials += word.front();
    words << initials;
    for (const std::string& keyword : kind.keywords) words << toQString(keyword);
    return words.join('\n').toLower();
}

}  // namespace

PalettePanel::PalettePanel(const catalogue::Catalogue& catalogue, const settings::Words& words, QWidget* parent)
    : QWidget(parent),
      m_catalogue(catalogue),
      m_words(words),
      m_search(new QLineEdit),
      m_tree(new KindTree),
      m_nothing(new QLabel)
{
    m_search->setObjectName("paletteSearch");
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_tree->setObjectName("paletteTree");
    m_tree->setHeaderHidden(true);
    m_tree->setIconSize(QSize(20, 20));
    m_tree->setIndentation(14);
    m_tree->setDragEnabled(true);
    m_tree->setDragDropMode(QAbstractItemView::DragOnly);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignTop);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(4, 8, 4, 8);
    m_nothing->hide();
    m_tree->setFrameShape(QFrame::NoFrame);
    connect(m_search, &QLineEdit::textChanged, this, &PalettePanel::filter);
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { choose(item); });
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (!item->data(0, kKindRole).isNull()) Q_EMIT held(kindOf(item));
    });
    fill();
}

void PalettePanel::retranslate() { fill(); }

void PalettePanel::fill()
{
    m_tree->clear();
    m_search->setPlaceholderText(m_words("palette.search"));
    m_search->setAccessibleName(m_words("palette.search"));
    m_tree->setAccessibleName(m_words("panel.palette"));
    m_nothing->setText(m_words("palette.nothing"));
    const auto addEntry = [&](QTreeWidgetItem* group, const catalogue::Kind& kind, const catalogue::Translated& title,
                              const std::string& preset) {
        auto* item = new QTreeWidgetItem(group, {m_words.of(title)});
        item->setIcon(0, settings::kindIcon(kind.id.text()));
        item->setToolTip(0, m_words.of(kind.summary));
        item->setData(0, kKindRole, toQString(kind.id.text()));
        item->setData(0, kPresetRole, toQString(preset));
        item->setData(0, kWordsRole, wordsOf(kind, title));
    };
    for (const char* category : kCategories) {
        auto* group = new QTreeWidgetItem(m_tree, {m_words.of(Message(std::string("palette.category.") + category))});
        group->setFlags(Qt::ItemIsEnabled);
        QFont bold = group->font(0);
        bold.setBold(true);
        group->setFont(0, bold);
        for (const catalogue::Kind* kind : kindsOf(category)) {
            addEntry(group, *kind, kind->title, {});
            for (const catalogue::Preset& preset : kind->presets) addEntry(group, *kind, preset.title, preset.id);
        }
        group->setExpanded(true);
    }
    filter(m_search->text());
}

// What holds others first: it is drawn first. Then by name, as one looks it up.
std::vector<const catalogue::Kind*> PalettePanel::kindsOf(std::string_view category) const
{
    std::vector<const catalogue::Kind*> kinds;
    for (const catalogue::Kind& kind : m_catalogue.kinds())
        if (kind.category == category) kinds.push_back(&kind);
    QCollator collator(m_words.language() == text::Language::Korean ? QLocale(QLocale::Korean)
                                                                    : QLocale(QLocale::English));
    std::stable_sort(kinds.begin(), kinds.end(), [&](const catalogue::Kind* a, const catalogue::Kind* b) {
        if (a->isContainer() != b->isContainer()) return a->isContainer();
        return collator.compare(m_words.of(a->title), m_words.of(b->title)) < 0;
    });
    return kinds;
}

void PalettePanel::filter(const QString& wish)
{
    const QStringList words = wish.toLower().split(' ', Qt::SkipEmptyParts);
    QTreeWidgetItem* first = nullptr;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        int shown = 0;
        for (int j = 0; j < group->childCount(); ++j) {
            QTreeWidgetItem* item = group->child(j);
            const QString all = item->data(0, kWordsRole).toString();
            const bool fits =
                std::all_of(words.begin(), words.end(), [&](const QString& word) { return all.contains(word); });
            item->setHidden(!fits);
            if (fits && !first) first = item;
            shown += fits ? 1 : 0;
        }
        group->setHidden(shown == 0);
    }
    if (!words.isEmpty()) m_tree->setCurrentItem(first);
    m_nothing->setVisible(!words.isEmpty() && !first);
    m_tree->setVisible(words.isEmpty() || first);
}

void PalettePanel::choose(const QTreeWidgetItem* item)
{
    if (item && !item->data(0, kKindRole).isNull()) Q_EMIT chosen(kindOf(item));
}

void PalettePanel::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_tree->currentItem());
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace lintel::app::palette
