#pragma once

#include "app/settings/words.h"

#include <QDialog>

namespace lintel::app {

class ActionSet;

/// Every shortcut of the window and the gestures of the canvas, on one page.
class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    ShortcutsDialog(const ActionSet& actions, const settings::Words& words, QWidget* parent = nullptr);
};

}  // namespace lintel::app
