#include "rendering/scene/legend.h"

#include <set>

namespace lintel::rendering {

namespace {

const char* nameOf(SubnetTone tone)
{
    switch (tone) {
        case SubnetTone::Public: return "public";
        case SubnetTone::Private: return "private";
        case SubnetTone::Isolated: return "isolated";
        case SubnetTone::Unknown: break;
    }
    return "unknown";
}

// From what a reader looks for first to what only accompanies it.
constexpr const char* kRelations[] = {"traffic", "dns",    "event",   "replication",
                                      "deploy",  "manage", "observe", "attach"};

}  // namespace

Legend legendOf(const model::Document& document, const BlockStyles& styles, const model::text::Messages& messages,
                model::text::Language language)
{
    std::set<SubnetTone> tones;
    for (const auto& [subnet, tone] : styles) tones.insert(tone);
    std::set<std::string> relations;
    for (const model::Connection& connection : document.connections)
        relations.insert(connection.relation.empty() ? "traffic" : connection.relation);

    Legend legend;
    for (const SubnetTone tone : {SubnetTone::Public, SubnetTone::Private, SubnetTone::Isolated, SubnetTone::Unknown})
        if (tones.contains(tone))
            legend.tones.push_back({tone, messages.text(std::string("image.legend.") + nameOf(tone), language)});
    for (const char* relation : kRelations)
        if (relations.contains(relation))
            legend.lines.push_back({relation, messages.text(std::string("image.legend.") + relation, language)});
    return legend;
}

}  // namespace lintel::rendering
