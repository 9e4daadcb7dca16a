// Pairs of realistic concurrent edits, merged by lines as git does without us, and by meaning.

#include "model/document/invariants.h"
#include "model/edit/change_set.h"
#include "model/edit/merge.h"
#include "model/edit/open_conflicts.h"
#include "model/edit/operations/add_block.h"
#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/move_blocks.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "tests/support/fixed_text_metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include <unistd.h>

namespace lintel::model::edit {

namespace {

namespace fs = std::filesystem;

const catalogue::Catalogue& kinds() { return embedded::catalogue(); }

int pairs()
{
    const char* wish = std::getenv("LINTEL_MERGE_PAIRS");
    return wish ? std::atoi(wish) : 200;
}

/// A person's sitting at the editor: a few edits around one place of the design. Mostly small ones, on what is there;
/// now and then a new block, dropped where there is room, and connected. Colleagues tell each other who works where,
/// and stay out of each other's containers four times out of five.
class Sitting {
public:
    Sitting(Document document, std::uint32_t seed) : m_random(seed), m_document(std::move(document)) {}

    /// Where the person works; `taken` is where the colleague does.
    BlockId choosePlace(const BlockId& taken = {})
    {
        const bool minds = below(5) != 0;
        do m_place = m_document.blocks.find(anyBlock())->parent;
        while (minds && !taken.isEmpty() && m_place == taken);
        return m_place;
    }

    Document work()
    {
        const int edits = 2 + below(4);
        for (int i = 0; i < edits; ++i) editOnce();
        // What found no room by itself.
        take(layout::arrange(m_document, kinds(), test::FixedTextMetrics(), layout::Scope::NewOnly));
        return m_document;
    }

private:
    int below(int count) { return static_cast<int>(m_random() % static_cast<std::uint32_t>(std::max(1, count))); }

    BlockId anyBlock()
    {
        return m_document.blocks.rows()[static_cast<std::size_t>(below(static_cast<int>(m_document.blocks.size())))]
            ->id;
    }

    // Mostly where the person is at work.
    BlockId blockNearby()
    {
        std::vector<BlockId> near;
        for (const Block& block : m_document.blocks)
            if (block.parent == m_place) near.push_back(block.id);
        return near.empty() || below(10) == 0 ? anyBlock() : near[static_cast<std::size_t>(below(int(near.size())))];
    }

    void take(const ChangeSet& change)
    {
        if (auto after = apply(m_document, change)) m_document = std::move(*after);
    }

    void editOnce()
    {
        switch (below(12)) {
            case 0: return addServer();
            case 1:
            case 2: return connectSomething();
            case 3: return take(renameElement(m_document, blockNearby().text(), "이름 " + std::to_string(below(1000))));
            case 4: return take(moveBlocks(m_document, {blockNearby()}, {(below(5) - 2) * 8, (below(5) - 2) * 8}));
            case 5: return removeSomething();
            default: return changeProperty();
        }
    }

    void addServer()
    {
        static constexpr std::array<const char*, 6> kKinds{"ec2-instance", "s3-bucket",   "sqs",
                                                           "lambda",       "elasticache", "rds-instance"};
        NewBlock wish;
        wish.kind = KindId(kKinds[static_cast<std::size_t>(below(kKinds.size()))]);
        wish.name = "새 블록 " + std::to_string(below(100000));
        wish.parent = m_place;
        wish.rect = freeSpot();
        if (const auto change = addBlock(m_document, kinds(), wish)) take(*change);
    }

    /// Room for a block inside the container, as the eye finds it; empty when it is full.
    Rect freeSpot()
    {
        const Placement* holder = m_document.placements.find(placementId(m_place));
        if (!holder) return {};
        const Rect size{0, 0, 112, 96};
        for (int y = 48; y + size.height + 8 <= holder->rect.height; y += 8)
            for (int x = 8; x + size.width + 8 <= holder->rect.width; x += 8)
                if (isFree({x, y, size.width, size.height})) return {x, y, size.width, size.height};
        return {};
    }

    bool isFree(const Rect& spot) const
    {
        return std::none_of(m_document.blocks.begin(), m_document.blocks.end(), [&](const Block& block) {
            const Placement* other =
                block.parent == m_place ? m_document.placements.find(placementId(block.id)) : nullptr;
            return other && spot.x < other->rect.x + other->rect.width && other->rect.x < spot.x + spot.width &&
                   spot.y < other->rect.y + other->rect.height && other->rect.y < spot.y + spot.height;
        });
    }

    void connectSomething()
    {
        Connection wish;
        wish.from = blockNearby();
        wish.to = anyBlock();
        wish.protocol = "https";
        wish.ports = "443";
        if (const auto change = connectBlocks(m_document, wish)) take(*change);
    }

    void removeSomething()
    {
        const BlockId id = blockNearby();
        const bool isLeaf = std::none_of(m_document.blocks.begin(), m_document.blocks.end(),
                                         [&](const Block& block) { return block.parent == id; });
        if (isLeaf) take(removeElements(m_document, {id.text()}));
    }

    void changeProperty()
    {
        const BlockId id = blockNearby();
        Transaction draft(m_document);
        const Block* block = m_document.blocks.find(id);
        const catalogue::Kind* kind = kinds().kindOf(*block);
        if (!kind || kind->properties.empty()) return;
        const auto& property = kind->properties[static_cast<std::size_t>(below(int(kind->properties.size())))];
        switch (property.type) {
            case catalogue::PropertyType::Boolean: draft.setProperty(id, property.key, below(2) == 0); break;
            case catalogue::PropertyType::Integer: draft.setProperty(id, property.key, 1 + below(100)); break;
            case catalogue::PropertyType::Enum:
                draft.setProperty(id, property.key,
                                  property.values[static_cast<std::size_t>(below(int(property.values.size())))].value);
                break;
            default: draft.setProperty(id, "description", "설명 " + std::to_string(below(1000)));
        }
        m_document = draft.document();
    }

    std::mt19937 m_random;
    Document m_document;
    BlockId m_place;
};

struct MergedLines {
    int conflicts = 0;  ///< as git counts them
    std::string text;
};

class MergeCampaign : public ::testing::Test {
protected:
    MergeCampaign() { fs::create_directories(m_folder); }
    ~MergeCampaign() override
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }

    std::string file(const char* name, const std::string& text) const
    {
        const fs::path path = m_folder / name;
        std::ofstream(path, std::ios::binary) << text;
        return path.string();
    }

    MergedLines mergedByGit(const std::string& base, const std::string& ours, const std::string& theirs) const
    {
        const std::string command = "git merge-file -p -q '" + file("ours", ours) + "' '" + file("base", base) + "' '" +
                                    file("theirs", theirs) + "'";
        std::FILE* pipe = ::popen(command.c_str(), "r");
        MergedLines merged;
        std::array<char, 4096> buffer{};
        for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            merged.text.append(buffer.data(), count);
        merged.conflicts = WEXITSTATUS(::pclose(pipe));
        return merged;
    }

private:
    fs::path m_folder = fs::temp_directory_path() / ("lintel-merge-" + std::to_string(::getpid()));
};

/// A template as somebody saved it in the editor: everything has a place.
io::SourceDocument savedTemplate(std::size_t number)
{
    static std::map<std::size_t, io::SourceDocument> known;
    const auto& all = embedded::templates();
    number %= all.size();
    if (const auto found = known.find(number); found != known.end()) return found->second;
    const auto& one = all[number];
    const auto source = io::read(one.text, one.name, kinds());
    const auto placed = apply(
        source->document, layout::arrange(source->document, kinds(), test::FixedTextMetrics(), layout::Scope::NewOnly));
    return known[number] = *io::read(io::write(*placed, *source, kinds()), one.name, kinds());
}

bool isSound(const Document& document)
{
    return structuralErrors(document).empty() && catalogue::containmentErrors(document, kinds()).empty();
}

}  // namespace

TEST_F(MergeCampaign, ConcurrentEditsGoTogether)
{
    if (std::system("git --version > /dev/null 2>&1") != 0) {
        ASSERT_EQ(std::getenv("CI"), nullptr) << "git is missing; tools/packages lists it";
        GTEST_SKIP() << "git is not installed";
    }
    const int count = pairs();
    int byLines = 0;
    int byMeaning = 0;
    for (int number = 0; number < count; ++number) {
        const auto seed = static_cast<std::uint32_t>(number);
        const io::SourceDocument base = savedTemplate(seed);
        Sitting here(base.document, 2 * seed + 1);
        Sitting there(base.document, 2 * seed + 2);
        there.choosePlace(here.choosePlace());
        const Document ours = here.work();
        const Document theirs = there.work();
        const std::string oursText = io::write(ours, base, kinds());
        const MergedLines lines = mergedByGit(base.text, oursText, io::write(theirs, base, kinds()));
        const auto read = io::read(lines.text, "merged", kinds());
        if (lines.conflicts == 0) {
            // Lines know no references: one side may use what the other one deleted. Only we can see that.
            if (read) ++byLines;
        }
        if (std::getenv("LINTEL_MERGE_SHOW") && (lines.conflicts != 0 || !read))
            std::printf("pair %d: %d conflicts\n%s", number, lines.conflicts, lines.text.c_str());

        const MergeResult merged = merge(base.document, ours, theirs, kinds());
        if (merged.conflicts.empty()) ++byMeaning;
        EXPECT_TRUE(isSound(merged.document)) << number;
        const Document written = withConflicts(merged.document, merged.conflicts);
        const auto source = io::read(oursText, "ours", kinds());
        ASSERT_TRUE(source);
        const auto opened = io::read(io::write(written, *source, kinds()), "merged", kinds());
        ASSERT_TRUE(opened) << number << ": a merge that does not open";
        EXPECT_EQ(opened->document, written) << number;
    }
    RecordProperty("pairs", count);
    RecordProperty("byLines", byLines);
    RecordProperty("byMeaning", byMeaning);
    std::printf("%d pairs: %d merge by lines alone, %d by meaning\n", count, byLines, byMeaning);
    EXPECT_GE(byLines * 100, count * 95);
    EXPECT_GE(byMeaning * 100, count * 99);
}

}  // namespace lintel::model::edit
