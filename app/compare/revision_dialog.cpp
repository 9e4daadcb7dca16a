#include "app/compare/revision_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app::compare {

RevisionDialog::RevisionDialog(const settings::Words& words, std::vector<GitHistory::Revision> revisions,
                               QWidget* parent)
    : QDialog(parent), m_revisions(std::move(revisions)), m_list(new QListWidget)
{
    setObjectName("revisionDialog");
    setWindowTitle(words("compare.revision-title"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new QLabel(words("compare.revision-prompt")));
    m_list->setObjectName("revisions");
    m_list->setAccessibleName(words("compare.revision-prompt"));
    for (const GitHistory::Revision& each : m_revisions)
        m_list->addItem(each.date + QStringLiteral("   ") + each.id + QStringLiteral("   ") + each.subject);
    m_list->setCurrentRow(0);
    layout->addWidget(m_list, 1);
    auto* buttons = new QDialogButtonBox;
    auto* accept = buttons->addButton(words("compare.compare"), QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    buttons->addButton(words("dialog.cancel"), QDialogButtonBox::RejectRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    resize(640, 380);
}

const GitHistory::Revision& RevisionDialog::revision() const
{
    return m_revisions[static_cast<std::size_t>(std::max(0, m_list->currentRow()))];
}

}  // namespace lintel::app::compare
