#include "exporters/terraform/folder/merge.h"

#include "exporters/terraform/folder/sha256.h"

#include <algorithm>

namespace lintel::exporters::terraform::folder {

namespace {

constexpr std::size_t kDigits = 16;  // Of the digest: enough to tell versions of one part apart.

std::string digestOf(const std::string& text) { return sha256(text).substr(0, kDigits); }

const FilePart* find(const std::vector<FilePart>& parts, const std::string& key)
{
    const auto at = std::find_if(parts.begin(), parts.end(), [&](const FilePart& part) { return part.key == key; });
    return at == parts.end() ? nullptr : &*at;
}

/// One part of both sides, of which either may be missing; the one that counts, or null for none.
const FilePart* chosen(const FilePart* theirs, const FilePart* ours, const std::string* base,
                       std::vector<Conflict>& conflicts)
{
    if (theirs && ours && theirs->text == ours->text) return ours;
    const bool theySame = theirs ? base && digestOf(theirs->text) == *base : !base;
    const bool weSame = ours ? base && digestOf(ours->text) == *base : !base;
    if (theySame) return ours;
    if (weSame) return theirs;
    if (!theirs && !ours) return nullptr;
    conflicts.push_back(
        {(theirs ? theirs : ours)->key, theirs ? theirs->text : std::string(), ours ? ours->text : std::string()});
    return ours;
}

}  // namespace

PartDigests digestsOf(std::string_view path, std::string_view bytes)
{
    PartDigests digests;
    for (const FilePart& part : partsOf(path, bytes)) digests.emplace(part.key, digestOf(part.text));
    return digests;
}

Merge merged(std::string_view path, const PartDigests& base, std::string_view theirBytes, std::string_view ourBytes)
{
    const std::vector<FilePart> theirs = partsOf(path, theirBytes);
    const std::vector<FilePart> ours = partsOf(path, ourBytes);
    const auto baseOf = [&](const std::string& key) {
        const auto at = base.find(key);
        return at == base.end() ? nullptr : &at->second;
    };
    Merge merge;
    std::vector<FilePart> kept;
    for (const FilePart& part : ours) {
        if (const FilePart* one = chosen(find(theirs, part.key), &part, baseOf(part.key), merge.conflicts))
            kept.push_back(*one);
    }
    // Theirs alone: behind the nearest part above that is still there, else at the top.
    for (std::size_t i = 0; i < theirs.size(); ++i) {
        if (find(ours, theirs[i].key)) continue;
        const FilePart* one = chosen(&theirs[i], nullptr, baseOf(theirs[i].key), merge.conflicts);
        if (!one) continue;
        auto place = kept.begin();
        for (std::size_t above = i; above-- > 0 && place == kept.begin();) {
            const auto at = std::find_if(kept.begin(), kept.end(),
                                         [&](const FilePart& part) { return part.key == theirs[above].key; });
            if (at != kept.end()) place = at + 1;
        }
        kept.insert(place, *one);
    }
    merge.bytes = fileOf(path, kept);
    return merge;
}

}  // namespace lintel::exporters::terraform::folder
