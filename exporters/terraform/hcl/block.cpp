#include "exporters/terraform/hcl/block.h"

#include "exporters/terraform/hcl/aligned_lines.h"
#include "exporters/terraform/hcl/utf8.h"

namespace lintel::exporters::terraform::hcl {

namespace {

constexpr std::size_t kLongestComment = 240;

}  // namespace

Block::Block(std::string type, std::vector<std::string> labels) : m_type(std::move(type)), m_labels(std::move(labels))
{
}

Block& Block::comment(std::string_view line)
{
    m_comment = oneLine(line, kLongestComment);
    return *this;
}

Block& Block::note(std::string_view line)
{
    m_notes.push_back(oneLine(line, kLongestComment));
    return *this;
}

Block& Block::set(std::string name, Expression value)
{
    m_items.emplace_back(Attribute{std::move(name), std::move(value)});
    return *this;
}

Block& Block::add(Block nested)
{
    m_items.emplace_back(std::move(nested));
    return *this;
}

std::string Block::value(std::string_view name) const
{
    for (const Item& item : m_items) {
        const auto* attribute = std::get_if<Attribute>(&item);
        if (attribute && attribute->name == name) return attribute->value.render(0);
    }
    return {};
}

std::string Block::address() const
{
    std::string address = m_type == "resource" ? std::string() : m_type;
    for (const std::string& label : m_labels) address += (address.empty() ? "" : ".") + label;
    return address;
}

std::set<std::string> Block::references() const
{
    std::set<std::string> references;
    collectReferences(references);
    return references;
}

void Block::collectReferences(std::set<std::string>& references) const
{
    for (const Item& item : m_items) {
        if (const auto* attribute = std::get_if<Attribute>(&item))
            attribute->value.collectReferences(references);
        else
            std::get<Block>(item).collectReferences(references);
    }
}

std::string Block::render(int indent) const
{
    const std::string margin(static_cast<std::size_t>(indent), ' ');
    std::string text;
    if (!m_comment.empty()) text += margin + "# " + m_comment + "\n";
    for (const std::string& line : m_notes) text += margin + "# " + line + "\n";
    text += margin + m_type;
    for (const std::string& label : m_labels) text += " " + quoted(label);
    if (m_items.empty()) return text + " {}\n";

    AlignedLines lines(indent + 2);
    bool first = true;
    bool wasTall = false;
    for (const Item& item : m_items) {
        const auto* attribute = std::get_if<Attribute>(&item);
        const std::string value = attribute ? attribute->value.render(indent + 2) : std::string();
        // A nested block or a value of several lines stands apart.
        const bool tall = !attribute || value.find('\n') != std::string::npos;
        if (!first && (tall || wasTall)) lines.addPlain("\n");
        if (attribute) {
            lines.add(attribute->name, value);
        } else {
            lines.addPlain(std::get<Block>(item).render(indent + 2));
        }
        // How many there are is a question apart from what each is.
        const bool meta = first && attribute && (attribute->name == "for_each" || attribute->name == "count");
        first = false;
        wasTall = tall || meta;
    }
    return text + " {\n" + lines.take() + margin + "}\n";
}

std::string oneLine(std::string_view text, std::size_t longest)
{
    std::u32string line;
    for (const char32_t c : utf8::decoded(text)) {
        const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
        const bool unseen = c == 0x2028 || c == 0x2029 || c == 0xfeff || (c >= 0x200e && c <= 0x200f) ||
                            (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        line.push_back(control || unseen ? U' ' : c);
        if (line.size() == longest) return utf8::encoded(line) + "...";
    }
    while (!line.empty() && line.back() == U' ') line.pop_back();
    return utf8::encoded(line);
}

}  // namespace lintel::exporters::terraform::hcl
