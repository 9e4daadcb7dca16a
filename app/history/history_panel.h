#pragma once

#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <QListWidget>

namespace lintel::app {

/// Every step since the design was opened, the oldest first; a click goes back or forth to it.
class HistoryPanel : public QListWidget {
    Q_OBJECT

public:
    HistoryPanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent = nullptr);

    void refresh();

private:
    session::DocumentSession& m_session;
    const settings::Words& m_words;
};

}  // namespace lintel::app
