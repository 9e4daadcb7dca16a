#pragma once

#include <algorithm>
#include <cassert>
#include <memory>
#include <utility>
#include <vector>

namespace lintel::model {

/// Records by id: an immutable value whose rows are shared between versions. Copying costs one pointer,
/// an edit one vector of pointers. Sorted by id, always.
template <class Record>
class Table {
public:
    using Key = decltype(Record::id);
    using Row = std::shared_ptr<const Record>;
    /// A row to put (before or after may be null); see with().
    struct Edit {
        Key id;
        Row after;  ///< null removes
    };

    class Iterator {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = Record;
        using difference_type = std::ptrdiff_t;
        using pointer = const Record*;
        using reference = const Record&;
        Iterator() = default;
        explicit Iterator(const Row* row) : m_row(row) {}
        const Record& operator*() const { return **m_row; }
        const Record* operator->() const { return m_row->get(); }
        Iterator& operator++()
        {
            ++m_row;
            return *this;
        }
        Iterator operator++(int)
        {
            auto old = *this;
            ++m_row;
            return old;
        }
        bool operator==(const Iterator&) const = default;
        difference_type operator-(const Iterator& other) const { return m_row - other.m_row; }

    private:
        const Row* m_row = nullptr;
    };

    Iterator begin() const { return Iterator(rows().data()); }
    Iterator end() const { return Iterator(rows().data() + rows().size()); }
    std::size_t size() const { return rows().size(); }
    bool isEmpty() const { return rows().empty(); }

    /// Valid as long as this table (or a copy) lives. Null when there is no such record.
    const Record* find(const Key& id) const { return row(id).get(); }
    bool contains(const Key& id) const { return find(id) != nullptr; }

    const Row& row(const Key& id) const
    {
        static const Row kNone;
        const auto at = lowerBound(rows(), id);
        return at != rows().end() && (*at)->id == id ? *at : kNone;
    }
    const std::vector<Row>& rows() const
    {
        static const std::vector<Row> kEmpty;
        return m_rows ? *m_rows : kEmpty;
    }

    /// This table with the edits made. `edits` are sorted by id, one per id.
    Table with(const std::vector<Edit>& edits) const
    {
        auto result = std::make_shared<std::vector<Row>>();
        result->reserve(size() + edits.size());
        auto old = rows().begin();
        for (const Edit& edit : edits) {
            const auto upTo = std::lower_bound(old, rows().end(), edit.id, isBefore);
            result->insert(result->end(), old, upTo);
            old = upTo != rows().end() && (*upTo)->id == edit.id ? upTo + 1 : upTo;
            if (edit.after) result->push_back(edit.after);
        }
        result->insert(result->end(), old, rows().end());
        Table table;
        table.m_rows = std::move(result);
        return table;
    }

    friend bool operator==(const Table& a, const Table& b)
    {
        if (a.m_rows == b.m_rows) return true;
        return std::equal(a.rows().begin(), a.rows().end(), b.rows().begin(), b.rows().end(),
                          [](const Row& x, const Row& y) { return x == y || *x == *y; });
    }

private:
    static bool isBefore(const Row& row, const Key& id) { return row->id < id; }
    static auto lowerBound(const std::vector<Row>& rows, const Key& id)
    {
        return std::lower_bound(rows.begin(), rows.end(), id, isBefore);
    }

    std::shared_ptr<const std::vector<Row>> m_rows;
};

}  // namespace lintel::model
