#include "model/document/invariants.h"

#include <set>

namespace lintel::model {

namespace {

void checkParents(const Document& document, std::vector<Error>& errors)
{
    for (const Block& block : document.blocks)
        if (!block.parent.isEmpty() && !document.blocks.contains(block.parent))
            errors.push_back(
                makeError("document.unknown-parent", {{"id", block.id.text()}, {"parent", block.parent.text()}}));
}

void checkCycles(const Document& document, std::vector<Error>& errors)
{
    std::set<BlockId> harmless;
    for (const Block& start : document.blocks) {
        std::set<BlockId> path;
        const Block* at = &start;
        while (at && !harmless.contains(at->id)) {
            if (!path.insert(at->id).second) {
                errors.push_back(makeError("document.parent-cycle", {{"id", at->id.text()}}));
                break;
            }
            at = document.blocks.find(at->parent);
        }
        harmless.insert(path.begin(), path.end());
    }
}

void checkConnections(const Document& document, std::vector<Error>& errors)
{
    for (const Connection& connection : document.connections)
        for (const BlockId& end : {connection.from, connection.to})
            if (!document.blocks.contains(end))
                errors.push_back(
                    makeError("document.dangling-connection", {{"id", connection.id.text()}, {"end", end.text()}}));
}

void checkIds(const Document& document, std::vector<Error>& errors)
{
    std::set<std::string> seen;
    const auto note = [&](const std::string& id) {
        if (!seen.insert(id).second) errors.push_back(makeError("document.duplicate-id", {{"id", id}}));
        if (id.empty()) errors.push_back(makeError("document.empty-id"));
    };
    for (const Block& block : document.blocks) note(block.id.text());
    for (const Connection& connection : document.connections) note(connection.id.text());
    for (const Note& text : document.notes) note(text.id.text());
}

void checkPlacements(const Document& document, std::vector<Error>& errors)
{
    for (const Placement& placement : document.placements)
        if (!isIdTaken(document, placement.id.text()))
            errors.push_back(makeError("document.orphan-placement", {{"id", placement.id.text()}}));
}

}  // namespace

std::vector<Error> structuralErrors(const Document& document)
{
    std::vector<Error> errors;
    checkParents(document, errors);
    checkCycles(document, errors);
    checkConnections(document, errors);
    checkIds(document, errors);
    checkPlacements(document, errors);
    return errors;
}

}  // namespace lintel::model
