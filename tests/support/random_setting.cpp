#include "tests/support/random_setting.h"

#include "model/edit/transaction.h"

namespace lintel::test {

using namespace model;
using catalogue::Property;
using catalogue::PropertyType;

namespace {

class Settings {
public:
    Settings(const Document& document, std::mt19937& random) : m_document(document), m_random(random) {}

    Value any(const Property& property, const Value& old)
    {
        // Unset is what most properties of most drawings are.
        if (below(4) == 0) return {};
        switch (property.type) {
            case PropertyType::Boolean: return Value(below(2) == 0);
            case PropertyType::Integer:
            case PropertyType::Number: return Value(static_cast<std::int64_t>(below(4)));
            case PropertyType::Enum:
                return property.values.empty() ? Value() : Value(property.values[below(property.values.size())].value);
            case PropertyType::Cidr:
                return Value("10." + std::to_string(below(3)) + "." + std::to_string(below(4)) + ".0/2" +
                             std::to_string(below(9)));
            case PropertyType::Ports: return Value(kPorts[below(std::size(kPorts))]);
            case PropertyType::Reference: return Value(named(property));
            case PropertyType::References: return Value(Value::List{Value(named(property)), Value(named(property))});
            case PropertyType::Table: return table(old);
            case PropertyType::String:
            case PropertyType::Text:
            case PropertyType::Strings: break;
        }
        return Value("api-" + std::to_string(below(3)));
    }

    std::size_t below(std::size_t limit) { return m_random() % limit; }

private:
    static constexpr const char* kPorts[] = {"22", "443", "3306", "0-65535", "8080"};

    std::string named(const Property& property)
    {
        std::vector<std::string> fitting{"nobody"};
        for (const Block& block : m_document.blocks)
            if (property.kinds.empty() ||
                std::find(property.kinds.begin(), property.kinds.end(), block.kind) != property.kinds.end())
                fitting.push_back(block.id.text());
        return fitting[below(fitting.size())];
    }

    Value table(const Value& old)
    {
        Value::List rows = old.toList();
        if (rows.empty()) return {};
        const std::size_t at = below(rows.size());
        if (below(2) == 0) {
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
            return Value(std::move(rows));
        }
        Value::Map cells = rows[at].toMap();
        if (cells.empty()) return old;
        const std::size_t cell = below(cells.size());
        cells[cell].value = below(2) == 0 ? Value("0.0.0.0/0") : Value(kPorts[below(std::size(kPorts))]);
        rows[at] = Value(std::move(cells));
        return Value(std::move(rows));
    }

    const Document& m_document;
    std::mt19937& m_random;
};

}  // namespace

Document withRandomSetting(const Document& document, std::mt19937& random, const catalogue::Catalogue& catalogue)
{
    if (document.blocks.isEmpty()) return document;
    Settings settings(document, random);
    const Block& block = *document.blocks.rows()[settings.below(document.blocks.size())];
    const catalogue::Kind* kind = catalogue.kindOf(block);
    if (!kind || kind->properties.empty()) return document;
    const Property& property = kind->properties[settings.below(kind->properties.size())];
    edit::Transaction transaction(document);
    transaction.setProperty(block.id, property.key, settings.any(property, block.property(property.key)));
    return transaction.document();
}

}  // namespace lintel::test
