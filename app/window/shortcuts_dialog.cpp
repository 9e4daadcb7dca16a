#include "app/window/shortcuts_dialog.h"

#include "app/qt_text.h"
#include "app/window/action_set.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app {

namespace {

constexpr int kColumns = 2;
constexpr const char* kGestures[] = {"type", "pan", "zoom", "connect", "rename", "several", "arrows", "cancel"};

QLabel* makeKeys(const QString& keys)
{
    auto* label = new QLabel(keys);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

}  // namespace

ShortcutsDialog::ShortcutsDialog(const ActionSet& actions, const settings::Words& words, QWidget* parent)
    : QDialog(parent)
{
    setObjectName("shortcutsDialog");
    setWindowTitle(plainText(words("action.shortcuts")));
    std::vector<std::pair<QString, QString>> rows;
    for (const char* gesture : kGestures)
        rows.emplace_back(words(std::string("gesture.") + gesture + "-keys"), words(std::string("gesture.") + gesture));
    for (const QAction* action : actions.all())
        if (!action->shortcut().isEmpty())
            rows.emplace_back(action->shortcut().toString(QKeySequence::NativeText),
                              plainText(words("action." + fromQString(action->objectName()))));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    const int perColumn = static_cast<int>(rows.size() + kColumns - 1) / kColumns;
    for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
        const int column = i / perColumn * 3;
        grid->addWidget(makeKeys(rows[static_cast<std::size_t>(i)].first), i % perColumn, column);
        grid->addWidget(new QLabel(rows[static_cast<std::size_t>(i)].second), i % perColumn, column + 1);
    }
    grid->setColumnMinimumWidth(2, 32);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(words("dialog.close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->addLayout(grid);
    layout->addSpacing(12);
    layout->addWidget(buttons);
}

}  // namespace lintel::app
