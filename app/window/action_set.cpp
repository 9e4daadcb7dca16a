#include "app/window/action_set.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QRegularExpression>
#include <QWidget>

namespace lintel::app {

namespace {
constexpr const char* kSymbolProperty = "symbol";
}

ActionSet::ActionSet(QWidget& window) : QObject(&window), m_window(window) {}

QAction* ActionSet::add(const Spec& spec, std::function<void()> run)
{
    auto* action = new QAction(this);
    action->setObjectName(spec.id);
    action->setProperty(kSymbolProperty, QString(spec.symbol));
    action->setShortcuts(spec.shortcuts);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    // On the window itself, so that shortcuts work whatever menu is open or hidden.
    m_window.addAction(action);
    m_actions << action;
    m_byId[spec.id] = action;
    return action;
}

void ActionSet::refresh(const settings::Words& words, bool dark)
{
    for (QAction* action : std::as_const(m_actions)) {
        const QString text = words("action." + fromQString(action->objectName()));
        action->setText(text);
        const QString plain = plainText(*action);
        const QString shortcut = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(shortcut.isEmpty() ? plain : QStringLiteral("%1  (%2)").arg(plain, shortcut));
        const QString symbol = action->property(kSymbolProperty).toString();
        if (!symbol.isEmpty()) action->setIcon(settings::symbolIcon(symbol, dark));
    }
}

QString plainText(const QAction& action) { return plainText(action.text()); }

QString plainText(QString text)
{
    static const QRegularExpression kKoreanAccessKey("\\(&\\w\\)");
    text.remove(kKoreanAccessKey);
    return text.remove('&');
}

}  // namespace lintel::app
