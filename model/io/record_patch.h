#pragma once

#include "model/document/value.h"
#include "model/io/source_lines.h"
#include "model/io/text_edits.h"

namespace lintel::model::io::detail {

/// Edits one map of the source so that its fields go from `before` to `after`: fields that stay keep their
/// bytes, and what the document does not know (keys in neither) stays too.
class RecordPatch {
public:
    RecordPatch(const SourceLines& lines, TextEdits& edits) : m_lines(lines), m_edits(edits) {}

    /// A record of a section, in the style it is written in.
    void patchRecord(const EntrySpan& record, const Value& before, const Value& after, bool oneLine);
    /// The fields of a block-style map; new ones go after the field that precedes them in `after`.
    void patchFields(const std::vector<EntrySpan>& fields, const Value::Map& before, const Value::Map& after);

private:
    void patchFlowRecord(const EntrySpan& record, const Value::Map& before, const Value::Map& after);
    void replaceField(const EntrySpan& field, const Value& before, const Value& after);
    bool patchItems(const EntrySpan& field, const Value& before, const Value& after);

    const SourceLines& m_lines;
    TextEdits& m_edits;
};

}  // namespace lintel::model::io::detail
