#include "app/canvas/draft_verdict.h"

#include "model/lint/linter.h"

namespace lintel::app::canvas {

using namespace model;

DraftVerdict::DraftVerdict(const catalogue::Catalogue& catalogue, QObject* parent)
    : QObject(parent), m_catalogue(catalogue)
{
}

void DraftVerdict::ask(const Document& draft)
{
    m_job.ask([draft, &catalogue = m_catalogue] { return lint::Linter::run(draft, catalogue); },
              [this](const std::vector<lint::Finding>& findings) { Q_EMIT arrived(findings); });
}

}  // namespace lintel::app::canvas
