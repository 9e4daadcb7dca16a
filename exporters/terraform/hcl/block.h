#pragma once

#include "exporters/terraform/hcl/expression.h"

#include <set>
#include <string>
#include <variant>
#include <vector>

namespace lintel::exporters::terraform::hcl {

/// `type "label" "label" { ... }` with attributes and nested blocks in the order they were added.
class Block {
public:
    explicit Block(std::string type, std::vector<std::string> labels = {});
    static Block resource(std::string type, std::string name)
    {
        return Block("resource", {std::move(type), std::move(name)});
    }
    static Block data(std::string type, std::string name) { return Block("data", {std::move(type), std::move(name)}); }

    /// One line above the block; line breaks and control characters in it become spaces.
    Block& comment(std::string_view line);
    /// A further line below the comment.
    Block& note(std::string_view line);
    Block& set(std::string name, Expression value);
    Block& set(std::string name, std::string_view text) { return set(std::move(name), Expression::text(text)); }
    Block& set(std::string name, const char* text) { return set(std::move(name), Expression::text(text)); }
    Block& set(std::string name, bool value) { return set(std::move(name), Expression::boolean(value)); }
    Block& set(std::string name, int value) { return set(std::move(name), Expression::number(value)); }
    Block& set(std::string name, std::int64_t value) { return set(std::move(name), Expression::number(value)); }
    /// A reference or another piece of code of ours.
    Block& refer(std::string name, std::string code) { return set(std::move(name), Expression::raw(std::move(code))); }
    Block& add(Block nested);

    /// The rendered value of an attribute; empty when there is none of that name.
    std::string value(std::string_view name) const;
    const std::string& type() const { return m_type; }
    const std::vector<std::string>& labels() const { return m_labels; }

    /// `aws_vpc.main` or `data.aws_ami.linux`: how other blocks name this one.
    std::string address() const;
    std::set<std::string> references() const;

    std::string render(int indent = 0) const;

private:
    void collectReferences(std::set<std::string>& references) const;

    struct Attribute {
        std::string name;
        Expression value;
    };
    using Item = std::variant<Attribute, Block>;

    std::string m_type;
    std::vector<std::string> m_labels;
    std::string m_comment;
    std::vector<std::string> m_notes;
    std::vector<Item> m_items;
};

/// `text` as one harmless line of at most `longest` characters, for comments and documents.
std::string oneLine(std::string_view text, std::size_t longest = 120);

}  // namespace lintel::exporters::terraform::hcl
