#include "exporters/terraform/hcl/expression.h"

#include "exporters/terraform/hcl/aligned_lines.h"
#include "exporters/terraform/hcl/references.h"

namespace lintel::exporters::terraform::hcl {

namespace {

constexpr std::size_t kLineWidth = 96;

}  // namespace

Expression Expression::raw(std::string code) { return {Kind::Raw, std::move(code)}; }

Expression Expression::text(std::string_view value) { return raw(quoted(value)); }

Expression Expression::number(std::int64_t value) { return raw(std::to_string(value)); }

Expression Expression::boolean(bool value) { return raw(value ? "true" : "false"); }

Expression Expression::list(std::vector<Expression> items)
{
    Expression expression(Kind::List, {});
    expression.m_items = std::move(items);
    return expression;
}

Expression Expression::texts(const std::vector<std::string>& items)
{
    std::vector<Expression> expressions;
    for (const std::string& item : items) expressions.push_back(text(item));
    return list(std::move(expressions));
}

Expression Expression::object(std::vector<Entry> entries)
{
    Expression expression(Kind::Object, {});
    for (Entry& entry : entries) {
        expression.m_keys.push_back(isIdentifier(entry.first) ? std::move(entry.first) : quoted(entry.first));
        expression.m_items.push_back(std::move(entry.second));
    }
    return expression;
}

Expression Expression::call(std::string function, std::vector<Expression> arguments)
{
    Expression expression(Kind::Call, std::move(function));
    expression.m_items = std::move(arguments);
    return expression;
}

std::string Expression::render(int indent) const
{
    switch (m_kind) {
        case Kind::List: return renderList(indent);
        case Kind::Object: return renderObject(indent);
        case Kind::Call: return renderCall(indent);
        case Kind::Raw: break;
    }
    return m_code;
}

void Expression::collectReferences(std::set<std::string>& references) const
{
    if (m_kind == Kind::Raw) references.merge(referencesIn(m_code));
    for (const Expression& item : m_items) item.collectReferences(references);
}

std::string Expression::renderCall(int indent) const
{
    std::string line = m_code + "(";
    for (std::size_t i = 0; i < m_items.size(); ++i) line += (i == 0 ? "" : ", ") + m_items[i].render(indent);
    return line + ")";
}

std::string Expression::renderList(int indent) const
{
    std::string line = "[";
    for (std::size_t i = 0; i < m_items.size(); ++i) line += (i == 0 ? "" : ", ") + m_items[i].render(indent);
    line += "]";
    if (line.find('\n') == std::string::npos && line.size() <= kLineWidth) return line;
    const std::string margin(static_cast<std::size_t>(indent) + 2, ' ');
    std::string lines = "[\n";
    for (const Expression& item : m_items) lines += margin + item.render(indent + 2) + ",\n";
    return lines + std::string(static_cast<std::size_t>(indent), ' ') + "]";
}

std::string Expression::renderObject(int indent) const
{
    if (m_items.empty()) return "{}";
    AlignedLines lines(indent + 2);
    for (std::size_t i = 0; i < m_items.size(); ++i) lines.add(m_keys[i], m_items[i].render(indent + 2));
    return "{\n" + lines.take() + std::string(static_cast<std::size_t>(indent), ' ') + "}";
}

}  // namespace lintel::exporters::terraform::hcl
