#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lintel::exporters::terraform::hcl {

/// The right-hand side of an attribute. A value: nothing here knows about resources. Text from users only ever
/// enters through text(), which escapes it; raw() is for references and calls that our own code wrote.
class Expression {
public:
    enum class Kind { Raw, List, Object, Call };
    using Entry = std::pair<std::string, Expression>;

    static Expression raw(std::string code);
    static Expression text(std::string_view value);
    static Expression number(std::int64_t value);
    static Expression boolean(bool value);
    static Expression list(std::vector<Expression> items);
    static Expression texts(const std::vector<std::string>& items);
    static Expression object(std::vector<Entry> entries);
    static Expression call(std::string function, std::vector<Expression> arguments);
    static Expression call(std::string function, Expression argument)
    {
        return call(std::move(function), std::vector<Expression>{std::move(argument)});
    }

    /// As `terraform fmt` leaves it; continuation lines are indented by `indent` spaces.
    std::string render(int indent) const;
    /// Adds the resources and data sources that the code names: `aws_vpc.main`, `data.aws_ami.linux`.
    void collectReferences(std::set<std::string>& references) const;

private:
    Expression(Kind kind, std::string code) : m_kind(kind), m_code(std::move(code)) {}
    std::string renderCall(int indent) const;
    std::string renderList(int indent) const;
    std::string renderObject(int indent) const;

    Kind m_kind;
    std::string m_code;
    std::vector<std::string> m_keys;
    std::vector<Expression> m_items;
};

/// A quoted template without interpolation: whatever `value` holds, Terraform reads back the same text.
std::string quoted(std::string_view value);
bool isIdentifier(std::string_view text);

}  // namespace lintel::exporters::terraform::hcl
