#include "app/analysis/derived_facts.h"

#include "app/qt_text.h"

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::SubnetClass;

namespace {

const char* textIdOf(SubnetClass routes)
{
    switch (routes) {
        case SubnetClass::Public: return "derived.public";
        case SubnetClass::Private: return "derived.private";
        case SubnetClass::Isolated: return "derived.isolated";
        case SubnetClass::Unknown: break;
    }
    return nullptr;
}

const char* ipv6TextIdOf(SubnetClass routes)
{
    switch (routes) {
        case SubnetClass::Public: return "derived.ipv6-public";
        case SubnetClass::Private: return "derived.ipv6-private";
        case SubnetClass::Isolated: return "derived.ipv6-isolated";
        case SubnetClass::Unknown: break;
    }
    return nullptr;
}

/// The block itself when it is a subnet, else the one around it; empty when there is none.
BlockId subnetAround(const Document& document, BlockId id)
{
    const Block* block = document.blocks.find(id);
    while (block && block->kind.text() != "subnet") block = document.blocks.find(block->parent);
    return block ? block->id : BlockId();
}

}  // namespace

DerivedFacts::DerivedFacts(session::DocumentSession& session, std::shared_ptr<model::analysis::AnalysisCache> cache,
                           const settings::Words& words)
    : m_session(session), m_words(words), m_answer(session, std::move(cache))
{
    connect(&session, &session::DocumentSession::selectionChanged, this, &DerivedFacts::ask);
    connect(&m_answer, &Inquiry::changed, this, &DerivedFacts::changed);
}

DerivedFacts::Facts DerivedFacts::factsOf(const BlockId& block, const model::analysis::Analyses& analyses)
{
    Facts facts;
    facts.block = block;
    const BlockId subnet = subnetAround(analyses.document(), block);
    if (!subnet.isEmpty()) {
        facts.routes = analyses.routes().classOf(subnet);
        facts.ipv6 = analyses.routes().ipv6ClassOf(subnet);
    }
    const auto ends = endsIn(analyses);
    facts.isEnd = std::find(ends.begin(), ends.end(), block) != ends.end();
    if (facts.isEnd) facts.fromInternet = answerTo({{}, block, {}}, analyses);
    return facts;
}

void DerivedFacts::ask()
{
    const auto& selection = m_session.selection();
    const BlockId block(selection.size() == 1 ? *selection.begin() : std::string());
    if (!m_session.document().blocks.contains(block)) return m_answer.drop();
    m_answer.ask([block](const model::analysis::Analyses& analyses) { return factsOf(block, analyses); });
}

QString DerivedFacts::textOf(const BlockId& block) const
{
    const Facts* facts = m_answer.answer();
    if (!facts || facts->block != block) return {};
    QStringList lines;
    if (const char* id = textIdOf(facts->routes)) lines << m_words(id);
    if (const char* id = facts->ipv6 ? ipv6TextIdOf(*facts->ipv6) : nullptr) lines << m_words(id);
    QStringList ports;
    for (const PortAnswer& answer : facts->fromInternet)
        if (answer.reach.reachable) ports << toQString(portText(answer.query));
    if (!ports.isEmpty())
        lines << m_words("derived.reachable", {{"ports", fromQString(ports.join(QStringLiteral(", ")))}});
    else if (!facts->fromInternet.empty())
        lines << m_words("derived.not-reachable");
    return lines.join('\n');
}

}  // namespace lintel::app::analysis
