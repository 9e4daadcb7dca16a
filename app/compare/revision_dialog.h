#pragma once

#include "app/compare/git_history.h"
#include "app/settings/words.h"

#include <QDialog>

class QListWidget;
class QPushButton;

namespace lintel::app::compare {

/// Which of the file's revisions to compare with; the newest is chosen to begin with.
class RevisionDialog : public QDialog {
    Q_OBJECT

public:
    RevisionDialog(const settings::Words& words, std::vector<GitHistory::Revision> revisions,
                   QWidget* parent = nullptr);

    const GitHistory::Revision& revision() const;

private:
    std::vector<GitHistory::Revision> m_revisions;
    QListWidget* m_list;
};

}  // namespace lintel::app::compare
