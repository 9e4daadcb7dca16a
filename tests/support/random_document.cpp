#include "tests/support/random_document.h"

#include "model/edit/operations/add_block.h"
#include "model/edit/operations/connect_blocks.h"
#include "model/edit/operations/remove_elements.h"
#include "model/edit/transaction.h"

#include <iterator>

namespace lintel::test {

using namespace model;

namespace {

const std::vector<std::string> kNames = {"api",      "main", "",         "메인 서버",   "대기열",
                                         "quote\"d", "${x}", "a: b # c", "line\nbreak", "데이터베이스 A"};

class Generator {
public:
    Generator(Document document, std::uint32_t seed, const catalogue::Catalogue& catalogue)
        : m_document(std::move(document)), m_random(seed), m_catalogue(catalogue)
    {
    }

    Document take() { return std::move(m_document); }

    void addBlock()
    {
        const auto& kinds = m_catalogue.kinds();
        for (int attempt = 0; attempt < 50; ++attempt) {
            const catalogue::Kind& kind = kinds[below(kinds.size())];
            edit::NewBlock wish{kind.id, {}, kNames[below(kNames.size())], anyBlock(), {}};
            if (below(3) == 0) wish.parent = BlockId();
            if (below(2) == 0) wish.rect = {pick(0, 400), pick(0, 400), pick(20, 200), pick(20, 200)};
            const auto change = edit::addBlock(m_document, m_catalogue, wish);
            if (change && apply(*change)) return;
        }
    }

    void connect()
    {
        Connection wish;
        wish.from = anyBlock();
        wish.to = anyBlock();
        if (below(2) == 0) wish.ports = std::to_string(pick(1, 65535));
        if (below(3) == 0) wish.relation = "deploy";
        if (below(3) == 0) wish.name = kNames[below(kNames.size())];
        const auto change = edit::connectBlocks(m_document, wish);
        if (change) apply(*change);
    }

    void changeSomething()
    {
        const BlockId id = anyBlock();
        const Block* block = m_document.blocks.find(id);
        if (!block) return;
        edit::Transaction transaction(m_document);
        Block changed = *block;
        changed.name = kNames[below(kNames.size())];
        changed.properties["description"] = Value(kNames[below(kNames.size())]);
        if (below(2) == 0) changed.properties["replicas"] = Value(pick(1, 5));
        transaction.put(changed);
        if (below(2) == 0)
            transaction.put(Placement{placementId(id), {pick(0, 500), pick(0, 500), 64, 64}, {}, below(4) == 0});
        if (below(8) == 0)
            transaction.put(Waiver{WaiverId(transaction.freeId("waiver", "w")),
                                   "rds-single-az",
                                   {id.text()},
                                   kNames[5],
                                   "me",
                                   "2027-01-01",
                                   {}});
        if (below(8) == 0)
            transaction.put(Note{NoteId(transaction.freeId("note", "n")), "comment", kNames[3], {id.text()}, {}});
        if (below(8) == 0) {
            Settings settings = m_document.settings();
            settings.title = kNames[below(kNames.size())];
            transaction.put(settings);
        }
        apply(transaction.finish({}));
    }

    void removeSomething() { apply(edit::removeElements(m_document, {anyBlock().text()})); }

    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : m_random() % limit; }

private:
    int pick(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low))); }

    BlockId anyBlock()
    {
        const auto& rows = m_document.blocks.rows();
        return rows.empty() ? BlockId() : rows[below(rows.size())]->id;
    }

    bool apply(const edit::ChangeSet& change)
    {
        auto next = edit::apply(m_document, change);
        if (next) m_document = *next;
        return next.hasValue();
    }

    Document m_document;
    std::mt19937 m_random;
    const catalogue::Catalogue& m_catalogue;
};

}  // namespace

Document randomDocument(std::uint32_t seed, int blocks, const catalogue::Catalogue& catalogue)
{
    Generator generator({}, seed, catalogue);
    for (int i = 0; i < blocks; ++i) generator.addBlock();
    for (int i = 0; i < blocks; ++i) generator.connect();
    for (int i = 0; i < blocks / 3; ++i) generator.changeSomething();
    return generator.take();
}

Document randomlyEdited(const Document& document, std::uint32_t seed, int edits, const catalogue::Catalogue& catalogue)
{
    Generator generator(document, seed, catalogue);
    for (int i = 0; i < edits; ++i) {
        switch (generator.below(8)) {
            case 0:
            case 1: generator.addBlock(); break;
            case 2:
            case 3: generator.connect(); break;
            case 4: generator.removeSomething(); break;
            default: generator.changeSomething(); break;
        }
    }
    return generator.take();
}

}  // namespace lintel::test
