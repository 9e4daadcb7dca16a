#pragma once

#include "model/base/result.h"
#include "model/catalogue/property.h"

#include <yaml-cpp/yaml.h>

namespace lintel::model::catalogue::detail {

/// Thrown inside this folder only and turned into an Error at its border: YAML reading is deeply nested.
struct YamlProblem {
    Error error;
};

/// Access to the fields of one YAML map, with an error at the field's place when the type is wrong.
class YamlFields {
public:
    YamlFields(YAML::Node node, std::string file);

    bool has(const char* key) const;
    std::string text(const char* key, std::string fallback = {}) const;
    std::string required(const char* key) const;
    std::vector<std::string> texts(const char* key) const;
    Translated translated(const char* key) const;
    Value value(const char* key) const;
    Properties properties(const char* key) const;
    std::vector<YamlFields> maps(const char* key) const;
    /// Refuses keys outside `known`: a typing mistake in a catalogue must not pass silently.
    void allowOnly(std::initializer_list<std::string_view> known) const;

    [[noreturn]] void fail(const std::string& messageId, std::vector<MessageArgument> arguments = {},
                           const char* key = nullptr) const;

private:
    YAML::Node m_node;
    std::string m_file;
};

/// Scalars get the type that YAML's core schema gives them; quoted ones stay text.
Value toValue(const YAML::Node& node);

}  // namespace lintel::model::catalogue::detail
