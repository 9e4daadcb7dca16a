#include "model/io/canonical.h"

#include "model/io/document_reader.h"
#include "model/io/yaml_text.h"

namespace lintel::model::io::detail {

std::string rowText(const Row& row, std::string_view section, int indent)
{
    if (row.value.isMap()) return recordText(row.id, row.value.toMap(), indent, section == "layout");
    return std::string(static_cast<std::size_t>(indent), ' ') + flowEntry(row.id, row.value) + "\n";
}

std::string sectionText(const std::vector<Row>& rows, std::string_view section)
{
    if (rows.empty()) return {};
    std::string text = std::string(section) + ":\n";
    const Row* previous = nullptr;
    for (const Row& row : rows) {
        if (previous && !areTogether(*previous, row)) text += "\n";
        text += rowText(row, section, 2);
        previous = &row;
    }
    return text;
}

std::string canonicalText(const Document& document, const catalogue::Catalogue& catalogue)
{
    std::string text = "lintel: 1\n";
    for (const ValueEntry& field : fieldsOf(document.settings())) text += blockEntry(field.key, field.value, 0);
    for (const std::string_view section : kSections) text += sectionText(rowsOf(document, section, catalogue), section);
    return text;
}

}  // namespace lintel::model::io::detail
