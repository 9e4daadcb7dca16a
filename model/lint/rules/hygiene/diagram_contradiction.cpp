#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <algorithm>
#include <cctype>
#include <string_view>

namespace lintel::model::lint::rules {

namespace {

using Kinds = std::vector<std::string_view>;

/// What a security group is called after, and the kinds that it can mean. Words that also name a role of an instance
/// (bastion, web, db) are not here: they contradict nothing.
struct Namesake {
    std::string_view word;
    Kinds kinds;
};

const std::vector<Namesake>& namesakes()
{
    static const std::vector<Namesake> kNamesakes{
        {"alb", {"alb"}},
        {"nlb", {"nlb"}},
        {"elb", {"alb", "nlb"}},
        {"rds", {"rds-instance", "aurora-cluster", "rds-read-replica"}},
        {"aurora", {"aurora-cluster"}},
        {"elasticache", {"elasticache"}},
        {"eks", {"eks-cluster"}},
        {"efs", {"efs"}},
    };
    return kNamesakes;
}

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

bool isDrawn(const Context& context, const Kinds& kinds)
{
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](std::string_view kind) { return !context.graph.blocksOfKind(kind).empty(); });
}

/// Somebody carries the group: on a sheet of its own it may wait for what comes.
bool isUsed(const Context& context, const BlockId& group)
{
    if (!context.graph.referrers(group, "security-groups").empty()) return true;
    for (const BlockId& other : context.graph.blocksOfKind("security-group"))
        for (const Value& row : context.graph.value(other, "inbound").toList())
            if (other != group && row["source"].toString() == group.text()) return true;
    return false;
}

void checkGroups(const Context& context, Report& report)
{
    for (const BlockId& group : context.graph.blocksOfKind("security-group")) {
        const std::vector<std::string> words = wordsOf(context.graph.block(group)->name);
        for (const Namesake& meant : namesakes()) {
            if (std::find(words.begin(), words.end(), meant.word) == words.end() || isDrawn(context, meant.kinds) ||
                !isUsed(context, group))
                continue;
            report.add(group)
                .with("name", labelOf(context.graph, group))
                .withText("kind", "kind." + std::string(meant.kinds.front()) + ".title");
        }
    }
}

/// The letter in `ap-northeast-2c`, `2c` or `az-c`; 0 where the name does not speak of a zone so plainly.
char zoneLetterIn(std::string_view name)
{
    const std::vector<std::string> words = wordsOf(name);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        const bool isNumbered = word.size() == 2 && std::isdigit(static_cast<unsigned char>(word[0])) &&
                                std::isalpha(static_cast<unsigned char>(word[1]));
        if (isNumbered && word[1] <= 'f') return word[1];
        if (word.size() == 1 && at > 0 && words[at - 1] == "az" && word[0] >= 'a' && word[0] <= 'f') return word[0];
    }
    return 0;
}

void checkZones(const Context& context, Report& report)
{
    for (const BlockId& subnet : context.graph.blocksOfKind("subnet")) {
        const std::string zone = context.graph.zoneOf(subnet);
        const char letter = zoneLetterIn(context.graph.block(subnet)->name);
        if (letter == 0 || zone.size() != 1 || zone[0] == letter || !std::isalpha(static_cast<unsigned char>(zone[0])))
            continue;
        report.add(subnet)
            .variant("zone")
            .with("name", labelOf(context.graph, subnet))
            .with("zone", zone)
            .with("letter", std::string(1, letter));
    }
}

void check(const Context& context, Report& report)
{
    checkGroups(context, report);
    checkZones(context, report);
}

}  // namespace

Rule diagramContradiction() { return {"diagram-contradiction", "hygiene", Severity::Warning, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
