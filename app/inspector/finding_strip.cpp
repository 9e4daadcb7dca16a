#include "app/inspector/finding_strip.h"

#include "app/inspector/finding_row.h"
#include "app/problems/severity_look.h"

#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app::inspector {

FindingStrip::FindingStrip(const settings::Words& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void FindingStrip::show(const std::vector<model::lint::Finding>& findings, const std::string& element, bool dark)
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const model::lint::Finding& finding : findings) {
        const auto& subjects = finding.subjects;
        if (finding.waived || std::find(subjects.begin(), subjects.end(), element) == subjects.end()) continue;
        m_layout->addWidget(new FindingRow(problems::severityIcon(finding.severity, dark), m_words.of(finding.message),
                                           [this, element] { Q_EMIT clicked(element); }));
    }
    setVisible(m_layout->count() > 0);
}

}  // namespace lintel::app::inspector
