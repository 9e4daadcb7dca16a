#include "exporters/terraform/folder/manifest.h"

#include "exporters/terraform/hcl/block.h"

#include <sstream>

namespace lintel::exporters::terraform::folder {

namespace {

constexpr const char* kHead = "lintel-terraform 1";
constexpr const char* kNobody = "-";

bool isAddress(const std::string& text)
{
    return text.starts_with("aws_") && text.find('.') != std::string::npos &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-[]\"") ==
               std::string::npos;
}

/// Below the folder, and nowhere else: a manifest may come from a stranger's repository.
bool isPlainPath(const std::string& path)
{
    return !path.empty() && path.front() != '/' && path.find("..") == std::string::npos &&
           path.find('\\') == std::string::npos && path.find(':') == std::string::npos;
}

bool isProject(const std::string& text)
{
    return !text.empty() && text.size() <= 16 && text[0] >= 'a' && text[0] <= 'z' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

std::string rest(const std::string& line, std::size_t from)
{
    return from < line.size() ? line.substr(from) : std::string();
}

bool readLine(const std::string& line, Manifest& manifest)
{
    std::istringstream words(line);
    std::string what;
    std::string first;
    std::string second;
    std::string third;
    words >> what >> first >> second >> third;
    if (what == "file" && isPlainPath(second))
        manifest.files[second].insert(first);
    else if (what == "part" && isPlainPath(second))
        manifest.parts[second][rest(line, what.size() + first.size() + second.size() + 3)] = first;
    else if (what == "resource" && isAddress(first) && !third.empty())
        manifest.resources.push_back({first, second == kNobody ? std::string() : second, third});
    else if (what == "project" && isProject(first))
        manifest.project = first;
    else if (what == "moved" && isAddress(first) && isAddress(second))
        manifest.moves[first] = second;
    else
        return false;
    return true;
}

std::string typeOf(const std::string& address) { return address.substr(0, address.find('.')); }

using ByKey = std::map<std::pair<std::string, std::string>, std::string>;

/// New names of resources whose key stayed; the others are left in both lists.
void matchByKey(std::vector<const ResourceRecord*>& before, std::vector<const ResourceRecord*>& now,
                std::map<std::string, std::string>& moves)
{
    ByKey current;
    for (const ResourceRecord* record : now) current[{record->subject, record->key}] = record->address;
    std::set<std::string> taken;
    std::erase_if(before, [&](const ResourceRecord* record) {
        const auto match = current.find({record->subject, record->key});
        if (match == current.end() || !taken.insert(match->second).second) return false;
        moves[record->address] = match->second;
        return true;
    });
    std::erase_if(now, [&](const ResourceRecord* record) { return taken.count(record->address) > 0; });
}

/// A block's only unmatched resource of a type, before and now, is the same one.
void matchOnly(const std::vector<const ResourceRecord*>& before, const std::vector<const ResourceRecord*>& now,
               std::map<std::string, std::string>& moves)
{
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> old;
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> fresh;
    for (const ResourceRecord* record : before)
        old[{record->subject, typeOf(record->address)}].push_back(record->address);
    for (const ResourceRecord* record : now)
        fresh[{record->subject, typeOf(record->address)}].push_back(record->address);
    for (const auto& [key, addresses] : old) {
        const auto match = fresh.find(key);
        if (match != fresh.end() && addresses.size() == 1 && match->second.size() == 1)
            moves[addresses.front()] = match->second.front();
    }
}

}  // namespace

std::string Manifest::text() const
{
    std::string text = std::string(kHead) + "\n";
    for (const auto& [path, digests] : files) {
        for (const std::string& digest : digests) text += "file " + digest + " " + path + "\n";
    }
    for (const auto& [path, digests] : parts) {
        for (const auto& [key, digest] : digests) text += "part " + digest + " " + path + " " + key + "\n";
    }
    for (const ResourceRecord& resource : resources)
        text += "resource " + resource.address + " " + (resource.subject.empty() ? kNobody : resource.subject) + " " +
                resource.key + "\n";
    if (!project.empty()) text += "project " + project + "\n";
    for (const auto& [from, to] : moves) text += "moved " + from + " " + to + "\n";
    return text;
}

std::optional<Manifest> Manifest::from(std::string_view text)
{
    std::istringstream lines{std::string(text)};
    std::string line;
    if (!std::getline(lines, line) || line != kHead) return std::nullopt;
    Manifest manifest;
    while (std::getline(lines, line)) {
        if (!line.empty() && !readLine(line, manifest)) return std::nullopt;
    }
    return manifest;
}

std::map<std::string, std::string> movesBetween(const Manifest& before, const std::vector<ResourceRecord>& now)
{
    std::set<std::string> declared;
    for (const ResourceRecord& record : now) declared.insert(record.address);
    std::set<std::string> known;
    for (const ResourceRecord& record : before.resources) known.insert(record.address);

    std::vector<const ResourceRecord*> gone;
    std::vector<const ResourceRecord*> fresh;
    for (const ResourceRecord& record : before.resources) {
        if (declared.count(record.address) == 0 && !record.subject.empty()) gone.push_back(&record);
    }
    for (const ResourceRecord& record : now) {
        if (known.count(record.address) == 0 && !record.subject.empty()) fresh.push_back(&record);
    }
    std::map<std::string, std::string> moves = before.moves;
    matchByKey(gone, fresh, moves);
    matchOnly(gone, fresh, moves);
    // A name that is used again has not moved away, and a chain must end at something.
    const auto end = [&moves](std::string address) {
        for (std::size_t steps = 0; steps <= moves.size() && moves.count(address) > 0; ++steps)
            address = moves.at(address);
        return address;
    };
    std::erase_if(moves, [&](const auto& move) { return declared.count(move.first) > 0; });
    std::map<std::string, std::string> kept;
    for (const auto& [from, to] : moves) {
        if (declared.count(end(from)) > 0) kept.emplace(from, to);
    }
    return kept;
}

std::string movedFile(const std::map<std::string, std::string>& moves, std::string_view comment)
{
    std::string text = "# " + hcl::oneLine(comment, 240) + "\n";
    for (const auto& [from, to] : moves) {
        hcl::Block block("moved");
        text += "\n" + block.refer("from", from).refer("to", to).render();
    }
    return text;
}

}  // namespace lintel::exporters::terraform::folder
