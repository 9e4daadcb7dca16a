#include "app/cli/decision_records.h"

#include "model/document/thread.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace lintel::app::cli {

namespace fs = std::filesystem;

using model::lint::RecordState;

namespace {

/// A record's status stands at its top.
constexpr std::size_t kMostBytes = std::size_t{1} << 16;

/// A line without marks of Markdown and in small letters.
std::string bare(const std::string& line)
{
    std::string text;
    for (const char c : line) {
        if (std::string_view("#*_`>[]|\r").find(c) != std::string_view::npos) continue;
        text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const std::size_t first = text.find_first_not_of(" \t-");
    return first == std::string::npos ? std::string() : text.substr(first);
}

bool startsWithWord(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t:"), text.size()));
    return text.starts_with("superseded") || text.starts_with("대체");
}

RecordState stateOf(const fs::path& file)
{
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return RecordState::Missing;
    std::ifstream stream(file, std::ios::binary);
    std::string text(kMostBytes, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(stream.gcount()));
    return isSuperseded(text) ? RecordState::Superseded : RecordState::InForce;
}

}  // namespace

bool isSuperseded(std::string_view record)
{
    std::istringstream lines{std::string(record)};
    bool isBelowStatus = false;
    for (std::string line; std::getline(lines, line);) {
        const std::string text = bare(line);
        if (text.empty()) continue;
        if (text.starts_with("superseded by") || (isBelowStatus && startsWithWord(text))) return true;
        isBelowStatus = false;
        for (const std::string_view status : {"status", "상태"}) {
            if (!text.starts_with(status)) continue;
            const std::string_view rest = std::string_view(text).substr(status.size());
            if (rest.find(':') != std::string_view::npos && startsWithWord(rest)) return true;
            isBelowStatus = isBelowStatus || rest.find_first_not_of(" \t:") == std::string_view::npos;
        }
    }
    return false;
}

void addRecords(model::lint::Circumstances& circumstances, const model::Document& document, const std::string& design)
{
    if (design.empty() || design == "-") return;
    std::map<std::string, RecordState, std::less<>> records;
    const fs::path folder = fs::path(design).parent_path();
    const auto add = [&](const std::string& path) {
        if (path.empty() || path.find("://") != std::string::npos || fs::path(path).is_absolute()) return;
        records.emplace(path, stateOf(folder / fs::path(path)));
    };
    for (const model::Note& note : document.notes)
        if (note.kind == "decision") add(recordPathOf(note));
    for (const model::Waiver& waiver : document.waivers) add(recordPathOf(waiver));
    if (records.empty()) return;
    model::lint::Policy policy = circumstances.policy ? *circumstances.policy : model::lint::Policy{};
    policy.records = std::move(records);
    circumstances.policy = std::make_shared<const model::lint::Policy>(std::move(policy));
}

}  // namespace lintel::app::cli
