#include "model/lint/decisions.h"

#include "model/edit/transaction.h"
#include "model/lint/stable_hash.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace lintel::model::lint {

namespace {

// Further keys of a waiver in the file.
constexpr const char* kHash = "hash";
constexpr const char* kAbout = "about";

std::vector<std::string> sorted(std::vector<std::string> list)
{
    std::sort(list.begin(), list.end());
    return list;
}

void mix(StableHash& hash, const Value& value)
{
    if (value.isList()) {
        hash.add("[");
        for (const Value& one : value.toList()) mix(hash, one);
        hash.add("]");
    } else if (value.isMap()) {
        hash.add("{");
        for (const auto& [key, one] : value.toMap()) mix(hash.add(key), one);
        hash.add("}");
    } else {
        hash.add(value.scalarText());
    }
}

void mix(StableHash& hash, const Properties& properties)
{
    for (const auto& [key, value] : properties) mix(hash.add(key), value);
}

using Key = std::tuple<std::string, std::vector<std::string>, std::string>;

Key keyOf(const Waiver& waiver)
{
    return {waiver.rule, sorted(waiver.subjects), propertyOf(waiver.properties, kAbout).toString()};
}
Key keyOf(const Finding& finding) { return {finding.rule, sorted(finding.subjects), finding.about}; }

bool holds(const Waiver& waiver, const Document& document, std::string_view today)
{
    return !isExpired(waiver, today) && !hasSubjectChanged(waiver, document);
}

}  // namespace

std::string subjectHash(const Document& document, const std::vector<std::string>& subjects)
{
    StableHash hash;
    for (const std::string& id : sorted(subjects)) {
        hash.add(id);
        if (const Block* block = document.blocks.find(BlockId(id))) {
            hash.add(block->kind.text()).add(block->parent.text());
            mix(hash, block->properties);
        } else if (const Connection* connection = document.connections.find(ConnectionId(id))) {
            hash.add(connection->from.text())
                .add(connection->to.text())
                .add(connection->relation)
                .add(connection->protocol)
                .add(connection->ports);
            mix(hash, connection->properties);
        }
    }
    return hash.text();
}

const Waiver* decisionAbout(const Document& document, const Finding& finding)
{
    const Key wanted = keyOf(finding);
    for (const Waiver& waiver : document.waivers)
        if (waiver.rule == finding.rule && keyOf(waiver) == wanted) return &waiver;
    return nullptr;
}

edit::ChangeSet decide(const Document& document, const Finding& finding, const Decision& decision)
{
    edit::Transaction transaction(document);
    Waiver waiver;
    if (const Waiver* known = decisionAbout(document, finding))
        waiver = *known;
    else {
        std::string id = finding.rule;
        for (int n = 2; document.waivers.contains(WaiverId(id)); ++n) id = finding.rule + "-" + std::to_string(n);
        waiver.id = WaiverId(id);
    }
    waiver.rule = finding.rule;
    waiver.subjects = finding.subjects;
    waiver.reason = decision.reason;
    waiver.by = decision.by;
    waiver.until = decision.until;
    waiver.properties[kHash] = Value(subjectHash(document, finding.subjects));
    if (!finding.about.empty()) waiver.properties[kAbout] = Value(finding.about);
    transaction.put(std::move(waiver));
    return transaction.finish({"decision.caption", {{"rule", "rule." + finding.rule + ".title", true}}});
}

edit::ChangeSet withdraw(const Document& document, const WaiverId& decision)
{
    const Waiver* waiver = document.waivers.find(decision);
    if (!waiver) return {};
    edit::Transaction transaction(document);
    transaction.remove(decision);
    return transaction.finish({"decision.withdraw-caption", {{"name", decision.text()}}});
}

bool isExpired(const Waiver& waiver, std::string_view today)
{
    // Dates of this form compare as text. What is no date is somebody's note to themselves.
    return !today.empty() && isDate(waiver.until) && waiver.until < today;
}

bool hasSubjectChanged(const Waiver& waiver, const Document& document)
{
    const std::string& then = propertyOf(waiver.properties, kHash).toString();
    return !then.empty() && then != subjectHash(document, waiver.subjects);
}

bool isDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char c : text.substr(from, count)) {
            if (c < '0' || c > '9') return -1;
            value = value * 10 + (c - '0');
        }
        return value;
    };
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (number(0, 4) < 0 || month < 0 || day < 0) return false;
    return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

void applyDecisions(std::vector<Finding>& findings, const Document& document, std::string_view today)
{
    if (document.waivers.isEmpty()) return;
    std::map<Key, const Waiver*> byKey;
    for (const Waiver& waiver : document.waivers) byKey.emplace(keyOf(waiver), &waiver);
    for (Finding& finding : findings) {
        finding.waived = false;
        finding.decision = WaiverId();
        const auto found = byKey.find(keyOf(finding));
        if (found == byKey.end()) continue;
        finding.decision = found->second->id;
        finding.waived = holds(*found->second, document, today);
    }
}

}  // namespace lintel::model::lint
