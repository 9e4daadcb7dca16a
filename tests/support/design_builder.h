#pragma once

#include "model/edit/transaction.h"

namespace lintel::support {

/// One row of a table property.
inline model::Value row(std::initializer_list<std::pair<const char*, model::Value>> cells)
{
    model::Value::Map map;
    for (const auto& [key, value] : cells) map.push_back({key, value});
    return map;
}

inline model::Value rows(std::initializer_list<model::Value> list) { return model::Value::List(list); }
inline model::Value ids(std::initializer_list<const char*> list)
{
    model::Value::List values;
    for (const char* id : list) values.emplace_back(id);
    return values;
}

/// Draws a small design in a test: DesignBuilder().block("vpc", "vpc", "", {{"cidr", "10.0.0.0/16"}}).build().
class DesignBuilder {
public:
    DesignBuilder() : m_transaction(model::Document{}) {}
    explicit DesignBuilder(const model::Document& base) : m_transaction(base) {}

    DesignBuilder& block(const std::string& id, const std::string& kind, const std::string& parent = {},
                         model::Properties properties = {})
    {
        m_transaction.put(
            model::Block{model::BlockId(id), model::KindId(kind), {}, model::BlockId(parent), std::move(properties)});
        return *this;
    }
    DesignBuilder& set(const std::string& id, const std::string& key, model::Value value)
    {
        m_transaction.setProperty(model::BlockId(id), key, std::move(value));
        return *this;
    }
    /// The connection's id is `from-to`.
    DesignBuilder& connect(const std::string& from, const std::string& to, const std::string& ports = {},
                           const std::string& relation = {}, model::Properties properties = {})
    {
        m_transaction.put(model::Connection{model::ConnectionId(from + "-" + to),
                                            model::BlockId(from),
                                            model::BlockId(to),
                                            relation,
                                            {},
                                            {},
                                            ports,
                                            std::move(properties)});
        return *this;
    }
    DesignBuilder& profile(const std::string& name)
    {
        model::Settings settings = m_transaction.document().settings();
        settings.profile = name;
        m_transaction.put(std::move(settings));
        return *this;
    }
    DesignBuilder& waive(const std::string& rule, std::vector<std::string> subjects)
    {
        m_transaction.put(
            model::Waiver{model::WaiverId("waiver-" + rule), rule, std::move(subjects), "because", {}, {}, {}});
        return *this;
    }
    /// A block, or a connection where there is no such block.
    DesignBuilder& remove(const std::string& id)
    {
        if (m_transaction.block(model::BlockId(id)))
            m_transaction.remove(model::BlockId(id));
        else
            m_transaction.remove(model::ConnectionId(id));
        return *this;
    }

    model::Document build() const { return m_transaction.document(); }

private:
    model::edit::Transaction m_transaction;
};

}  // namespace lintel::support
