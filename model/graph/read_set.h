#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

namespace lintel::model::graph {

/// What a computation looked at, by kind of block: enough to tell whether an edit can have changed its result. Kinds
/// share a bit now and then, which costs a needless repetition and never a missed one.
class ReadSet {
public:
    static std::size_t bitOf(std::string_view kind);

    void addKind(std::string_view kind) { m_bits.set(bitOf(kind)); }
    void addKindBit(std::size_t bit) { m_bits.set(bit); }
    void addAllBlocks();
    /// Which blocks there are and who holds whom; also: somebody was looked for and not found.
    void addStructure() { m_bits.set(kStructure); }
    void addConnections() { m_bits.set(kConnections); }
    /// Notes, waivers and placements.
    void addOthers() { m_bits.set(kOthers); }
    void addEverything() { m_bits.set(); }
    void merge(const ReadSet& other) { m_bits |= other.m_bits; }

    bool isEmpty() const { return m_bits.none(); }
    /// True when something is in both.
    bool meets(const ReadSet& other) const { return (m_bits & other.m_bits).any(); }

private:
    static constexpr std::size_t kKinds = 509;
    static constexpr std::size_t kStructure = 509;
    static constexpr std::size_t kConnections = 510;
    static constexpr std::size_t kOthers = 511;

    std::bitset<512> m_bits;
};

/// While it lives, what this thread reads through an ArchitectureGraph is noted down. Recorders nest: what the inner
/// one sees, the outer one has seen as well.
class ReadRecorder {
public:
    ReadRecorder() : m_outer(t_current) { t_current = &m_reads; }
    ~ReadRecorder()
    {
        t_current = m_outer;
        if (m_outer) m_outer->merge(m_reads);
    }
    ReadRecorder(const ReadRecorder&) = delete;
    ReadRecorder& operator=(const ReadRecorder&) = delete;

    const ReadSet& reads() const { return m_reads; }
    /// Null when nobody records.
    static ReadSet* current() { return t_current; }

private:
    static inline thread_local ReadSet* t_current = nullptr;

    ReadSet* m_outer;
    ReadSet m_reads;
};

}  // namespace lintel::model::graph
