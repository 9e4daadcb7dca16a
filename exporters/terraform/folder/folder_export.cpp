#include "exporters/terraform/folder/folder_export.h"

#include "exporters/terraform/folder/sha256.h"
#include "model/io/writer.h"

#include <fstream>
#include <optional>
#include <sstream>

namespace lintel::exporters::terraform::folder {

namespace fs = std::filesystem;
using model::Result;

namespace {

constexpr const char* kStaging = ".lintel-staging";

std::optional<std::string> bytesOf(const fs::path& path)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return std::nullopt;
    std::ostringstream bytes;
    bytes << stream.rdbuf();
    return std::move(bytes).str();
}

model::Error failure(const fs::path& path, const std::string& detail)
{
    return model::makeError("terraform.folder.write", {{"path", path.string()}, {"detail", detail}});
}

Result<void> write(const fs::path& path, const std::string& bytes)
{
    std::error_code problem;
    fs::create_directories(path.parent_path(), problem);
    if (problem) return failure(path, problem.message());
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream << bytes;
    stream.close();
    if (!stream) return failure(path, std::generic_category().message(errno));
    return {};
}

/// Scripts and build files are there to be filled in: what people made of them stays.
bool isSkeleton(const std::string& path) { return path.starts_with("user_data/") || path.starts_with("buildspec/"); }

bool isOurs(const Manifest& manifest, const std::string& path, const std::string& bytes)
{
    const auto entry = manifest.files.find(path);
    return entry != manifest.files.end() &&
           (entry->second.count(sha256(bytes)) > 0 || entry->second.count(sha256(withUnixLineEnds(bytes))) > 0);
}

const PartDigests& baseOf(const Manifest& manifest, const std::string& path)
{
    static const PartDigests kNone;
    const auto at = manifest.parts.find(path);
    return at == manifest.parts.end() ? kNone : at->second;
}

/// Parts in conflict, one below the other; the whole file where nobody knows what it was made of.
std::string conflictsOf(const Merge& merge, std::string_view there, std::string_view ours, bool known)
{
    if (!known) return differenceOf(withUnixLineEnds(there), ours);
    std::string text;
    for (const Conflict& conflict : merge.conflicts) {
        text += (text.empty() ? "" : "...\n") + differenceOf(conflict.theirs.empty() ? "" : conflict.theirs + "\n",
                                                             conflict.ours.empty() ? "" : conflict.ours + "\n");
    }
    return text;
}

/// Somebody changed a file that the export has as well.
void planMerge(Plan& plan, const Manifest& before, const ExportedFile& file, const std::string& there)
{
    const PartDigests& base = baseOf(before, file.path);
    const Merge merge = merged(file.path, base, there, file.bytes);
    if (base.empty() || !merge.conflicts.empty()) {
        plan.edited.push_back({file.path, conflictsOf(merge, there, file.bytes, !base.empty())});
        plan.writes.push_back(file);
        return;
    }
    if (merge.bytes == there) return;
    plan.merged.push_back(file.path);
    plan.writes.push_back({file.path, merge.bytes});
}

/// Somebody changed a file that the export no longer has: what is theirs stays.
void planLeaving(Plan& plan, const Manifest& before, const std::string& path, const std::string& there)
{
    plan.kept.push_back(path);
    const PartDigests& base = baseOf(before, path);
    const Merge merge = merged(path, base, there, {});
    if (!base.empty() && merge.conflicts.empty() && !merge.bytes.empty() && merge.bytes != there)
        plan.writes.push_back({path, merge.bytes});
}

/// Puts the staged files in place and remembers how to go back.
class Renames {
public:
    Renames(fs::path folder, fs::path staging) : m_folder(std::move(folder)), m_staging(std::move(staging)) {}

    std::error_code replace(const std::string& path)
    {
        std::error_code problem = setAside(path);
        if (!problem) fs::create_directories((m_folder / path).parent_path(), problem);
        if (!problem) fs::rename(m_staging / "new" / path, m_folder / path, problem);
        return problem;
    }
    std::error_code remove(const std::string& path) { return setAside(path); }

    void undo()
    {
        std::error_code ignored;
        for (auto at = m_done.rbegin(); at != m_done.rend(); ++at) {
            fs::remove(m_folder / at->first, ignored);
            if (at->second) fs::rename(m_staging / "old" / at->first, m_folder / at->first, ignored);
        }
    }

private:
    std::error_code setAside(const std::string& path)
    {
        std::error_code problem;
        const bool there = fs::exists(m_folder / path, problem);
        if (there) {
            fs::create_directories((m_staging / "old" / path).parent_path(), problem);
            if (!problem) fs::rename(m_folder / path, m_staging / "old" / path, problem);
        }
        if (!problem) m_done.emplace_back(path, there);
        return problem;
    }

    fs::path m_folder;
    fs::path m_staging;
    std::vector<std::pair<std::string, bool>> m_done;
};

/// Both the old and the new digests: whatever a killed process leaves is ours.
Manifest underWay(const Plan& plan, const Manifest& before)
{
    Manifest both = plan.manifest;
    for (const auto& [path, digests] : before.files) both.files[path].insert(digests.begin(), digests.end());
    both.resources = before.resources;
    both.moves = before.moves;
    return both;
}

Result<void> putInPlace(const Plan& plan, const fs::path& folder, const fs::path& staging, const Manifest& before)
{
    if (auto written = model::io::writeFileAtomically((folder / kManifestName).string(), underWay(plan, before).text());
        !written)
        return written;
    Renames renames(folder, staging);
    std::error_code problem;
    std::string at;
    for (const ExportedFile& file : plan.writes) {
        if (problem) break;
        at = file.path;
        problem = renames.replace(file.path);
    }
    for (const std::string& path : plan.deletions) {
        if (problem) break;
        at = path;
        problem = renames.remove(path);
    }
    if (!problem) {
        std::error_code ignored;
        for (const std::string& path : plan.deletions) {
            const fs::path parent = (folder / path).parent_path();
            if (parent != folder) fs::remove(parent, ignored);  // Only when nothing is left in it.
        }
        return model::io::writeFileAtomically((folder / kManifestName).string(), plan.manifest.text());
    }
    renames.undo();
    if (auto restored = model::io::writeFileAtomically((folder / kManifestName).string(), before.text()); !restored)
        return restored;
    return failure(folder / at, problem.message());
}

}  // namespace

Result<Manifest> readManifest(const fs::path& folder)
{
    const auto text = bytesOf(folder / kManifestName);
    if (!text) return Manifest{};
    auto manifest = Manifest::from(*text);
    if (!manifest) return model::makeError("terraform.folder.manifest", {{"path", (folder / kManifestName).string()}});
    return *std::move(manifest);
}

Result<Plan> planExport(const fs::path& folder, const Manifest& before, const ExportedFiles& files, Manifest after)
{
    Plan plan;
    std::set<std::string> written;
    for (const ExportedFile& file : files) {
        written.insert(file.path);
        after.files[file.path] = {sha256(file.bytes)};
        if (!isSkeleton(file.path)) after.parts[file.path] = digestsOf(file.path, file.bytes);
        std::error_code problem;
        if (fs::is_directory(folder / file.path, problem))
            return failure(folder / file.path, std::make_error_code(std::errc::is_a_directory).message());
        const auto there = bytesOf(folder / file.path);
        if (there == file.bytes) continue;
        if (!there || isOurs(before, file.path, *there))
            plan.writes.push_back(file);
        else if (isSkeleton(file.path) && before.files.count(file.path) > 0)
            after.files[file.path] = before.files.at(file.path);
        else
            planMerge(plan, before, file, *there);
    }
    for (const auto& [path, digests] : before.files) {
        const auto there = written.count(path) > 0 ? std::nullopt : bytesOf(folder / path);
        if (!there) continue;
        if (isOurs(before, path, *there))
            plan.deletions.push_back(path);
        else
            planLeaving(plan, before, path, *there);
    }
    plan.manifest = std::move(after);
    return plan;
}

Result<void> carryOut(const Plan& plan, const fs::path& folder)
{
    const auto before = readManifest(folder);
    if (!before) return before.error();
    const fs::path staging = folder / kStaging;
    std::error_code ignored;
    fs::remove_all(staging, ignored);
    for (const ExportedFile& file : plan.writes) {
        if (auto staged = write(staging / "new" / file.path, file.bytes); !staged) {
            fs::remove_all(staging, ignored);
            return staged;
        }
    }
    auto done = plan.writes.empty() && plan.deletions.empty() && *before == plan.manifest
                    ? Result<void>()
                    : putInPlace(plan, folder, staging, *before);
    fs::remove_all(staging, ignored);
    return done;
}

}  // namespace lintel::exporters::terraform::folder
