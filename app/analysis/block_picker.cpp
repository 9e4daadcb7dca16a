#include "app/analysis/block_picker.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace lintel::app::analysis {

using namespace model;

namespace {
constexpr int kFewestLetters = 14;
constexpr int kMostRows = 14;
}  // namespace

BlockPicker::BlockPicker(const session::DocumentSession& session, const settings::Words& words, QWidget* parent)
    : QComboBox(parent), m_session(session), m_words(words)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(kMostRows);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kFewestLetters);
    setIconSize(QSize(18, 18));
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, qOverload<int>(&QComboBox::activated), this, &BlockPicker::chosen);
    connect(completer(), qOverload<const QString&>(&QCompleter::activated), this, &BlockPicker::chosen,
            Qt::QueuedConnection);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &BlockPicker::takeTyped);
    // A long name shows how it begins.
    connect(this, &BlockPicker::chosen, lineEdit(), [this] { lineEdit()->setCursorPosition(0); });
}

void BlockPicker::fill(const std::vector<Extra>& extras, const std::function<bool(const Block&)>& isOffered)
{
    const std::string before = picked();
    const QSignalBlocker blocker(this);
    clear();
    for (const Extra& extra : extras) addItem(extra.icon, extra.text, extra.id);
    for (const Block& block : m_session.document().blocks) {
        if (!isOffered(block)) continue;
        const catalogue::Kind* kind = m_session.catalogue().kindOf(block);
        const QString title = kind ? m_words.of(kind->title) : toQString(block.kind.text());
        const QString text = block.name.empty() ? title : QStringLiteral("%1 · %2").arg(toQString(block.name), title);
        addItem(settings::kindIcon(block.kind.text()), text, toQString(block.id.text()));
    }
    pick(before);
}

std::string BlockPicker::picked() const
{
    const int index = currentIndex();
    return index < 0 ? std::string() : fromQString(itemData(index).toString());
}

void BlockPicker::pick(const std::string& id)
{
    const QSignalBlocker blocker(this);
    setCurrentIndex(id.empty() ? -1 : findData(toQString(id)));
    if (currentIndex() < 0) setEditText(QString());
    lineEdit()->setCursorPosition(0);
}

void BlockPicker::offerAll()
{
    setFocus(Qt::ShortcutFocusReason);
    lineEdit()->selectAll();
    completer()->setCompletionPrefix(QString());
    completer()->complete();
}

// What was typed counts when it names an entry; else what was picked before stays.
void BlockPicker::takeTyped()
{
    const int exact = findText(currentText(), Qt::MatchFixedString);
    if (exact == currentIndex() && exact >= 0) return;
    if (exact < 0) return setEditText(currentIndex() < 0 ? QString() : itemText(currentIndex()));
    setCurrentIndex(exact);
    Q_EMIT chosen();
}

}  // namespace lintel::app::analysis
