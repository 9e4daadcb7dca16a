#include "model/io/policy_reader.h"

#include "model/io/yaml_tree.h"
#include "model/lint/linter.h"

#include <fstream>
#include <iterator>
#include <regex>

namespace lintel::model::io {

namespace {

using detail::YamlEntry;
using detail::YamlNode;
using lint::Assertion;
using lint::Severity;

/// Leaves the nested reading functions; caught in readPolicy.
struct ReadProblem {
    Error error;
};

class PolicyReader {
public:
    PolicyReader(std::string file, const catalogue::Catalogue& catalogue)
        : m_file(std::move(file)), m_catalogue(catalogue)
    {
        m_policy.file = m_file;
    }

    lint::Policy read(const YamlNode& root)
    {
        const YamlEntry* version = root.find("policy");
        if (!version || version->value.text != "1") fail("policy.version", version ? version->value : root);
        for (const YamlEntry& entry : root.entries) readTop(entry);
        return std::move(m_policy);
    }

private:
    [[noreturn]] void fail(const char* id, const YamlNode& node, std::vector<MessageArgument> arguments = {}) const
    {
        throw ReadProblem{makeError(id, std::move(arguments), {m_file, node.line, node.column})};
    }

    [[noreturn]] void failKey(const YamlEntry& entry, const char* allowed) const
    {
        fail("policy.unknown-key", entry.key, {{"key", entry.key.text}, {"allowed", allowed}});
    }

    void readTop(const YamlEntry& entry)
    {
        const std::string& key = entry.key.text;
        if (key == "policy") return;
        if (key == "regions")
            m_policy.regions = texts(entry);
        else if (key == "rules")
            readEach(entry, [this](const YamlEntry& one) { readRule(one); });
        else if (key == "assertions")
            readEach(entry, [this](const YamlEntry& one) { readAssertion(one); });
        else if (key == "names")
            readEach(entry, [this](const YamlEntry& one) { readNames(one); });
        else if (key == "required")
            readEach(entry, [this](const YamlEntry& one) { readRequired(one); });
        else
            failKey(entry, "policy, rules, regions, assertions, names, required");
    }

    template <class Read>
    void readEach(const YamlEntry& entry, Read read)
    {
        if (entry.value.isNull()) return;
        if (!entry.value.isMap()) fail("policy.not-a-map", entry.value, {{"key", entry.key.text}});
        for (const YamlEntry& one : entry.value.entries) read(one);
    }

    void readRule(const YamlEntry& entry)
    {
        const lint::Rule* rule = lint::findRule(entry.key.text);
        if (!rule) fail("policy.unknown-rule", entry.key, {{"rule", entry.key.text}});
        lint::RulePolicy& own = m_policy.rules[entry.key.text];
        if (entry.value.isScalar()) return readSwitch(entry, own);
        readEach(entry, [&](const YamlEntry& field) {
            if (field.key.text == "severity")
                readSwitch(field, own);
            else if (field.key.text == "parameters")
                readEach(field, [&](const YamlEntry& one) { readParameter(*rule, one, own); });
            else
                failKey(field, "severity, parameters");
        });
    }

    void readSwitch(const YamlEntry& entry, lint::RulePolicy& own) const
    {
        const std::string& word = entry.value.text;
        if (word == "off")
            own.isOff = true;
        else if (word != "on")
            own.severity = severity(entry);
    }

    void readParameter(const lint::Rule& rule, const YamlEntry& entry, lint::RulePolicy& own) const
    {
        std::string known;
        for (const lint::Parameter& one : rule.parameters) {
            known += (known.empty() ? "" : ", ") + std::string(one.key);
            if (one.key != entry.key.text) continue;
            const Value value = detail::toValue(entry.value);
            if (!value.isInteger())
                fail("io.not-an-integer", entry.value, {{"key", entry.key.text}, {"value", entry.value.text}});
            own.parameters[entry.key.text] = value.toInteger();
            return;
        }
        fail("policy.unknown-parameter", entry.key,
             {{"rule", std::string(rule.id)}, {"key", entry.key.text}, {"allowed", known.empty() ? "-" : known}});
    }

    void readAssertion(const YamlEntry& entry)
    {
        Assertion assertion;
        assertion.id = entry.key.text;
        bool hasKind = false;
        if (!entry.value.isMap()) fail("policy.not-a-map", entry.value, {{"key", entry.key.text}});
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            const bool isKind = key == "only-from" || key == "no-path" || key == "must-traverse";
            if (isKind && hasKind) fail("policy.several-assertions", field.key, {{"id", assertion.id}});
            hasKind = hasKind || isKind;
            readAssertionField(field, assertion);
        }
        if (!hasKind) fail("policy.no-assertion", entry.key, {{"id", assertion.id}});
        const bool lacksFrom = assertion.kind == Assertion::Kind::MustTraverse && assertion.from.words.empty();
        if (lacksFrom || assertion.to.words.empty())
            fail("policy.assertion-without-end", entry.key, {{"id", assertion.id}, {"key", lacksFrom ? "from" : "to"}});
        m_policy.assertions.push_back(std::move(assertion));
    }

    void readAssertionField(const YamlEntry& field, Assertion& assertion) const
    {
        const std::string& key = field.key.text;
        if (key == "only-from" || key == "no-path") {
            assertion.kind = key == "only-from" ? Assertion::Kind::OnlyFrom : Assertion::Kind::NoPath;
            assertion.from = selector(field);
        } else if (key == "must-traverse") {
            assertion.kind = Assertion::Kind::MustTraverse;
            assertion.through = selector(field);
        } else if (key == "from")
            assertion.from = selector(field);
        else if (key == "to")
            assertion.to = selector(field);
        else if (key == "port")
            assertion.port = port(field);
        else if (key == "protocol")
            assertion.protocol = oneOf(field, {"tcp", "udp", "icmp"});
        else if (!readCommon(field, assertion))
            failKey(field, "only-from, no-path, must-traverse, from, to, port, protocol, reason, severity");
    }

    void readNames(const YamlEntry& entry)
    {
        lint::NamePattern names;
        names.id = entry.key.text;
        readEach(entry, [&](const YamlEntry& field) {
            if (field.key.text == "kinds")
                names.kinds = kinds(field);
            else if (field.key.text == "pattern")
                names.pattern = pattern(field);
            else if (!readCommon(field, names))
                failKey(field, "kinds, pattern, reason, severity");
        });
        if (names.kinds.empty()) fail("policy.missing-key", entry.key, {{"id", names.id}, {"key", "kinds"}});
        if (names.pattern.empty()) fail("policy.missing-key", entry.key, {{"id", names.id}, {"key", "pattern"}});
        m_policy.names.push_back(std::move(names));
    }

    void readRequired(const YamlEntry& entry)
    {
        lint::RequiredProperties required;
        required.id = entry.key.text;
        readEach(entry, [&](const YamlEntry& field) {
            if (field.key.text == "kinds")
                required.kinds = kinds(field);
            else if (field.key.text == "properties")
                required.properties = texts(field);
            else if (!readCommon(field, required))
                failKey(field, "kinds, properties, reason, severity");
        });
        if (required.kinds.empty()) fail("policy.missing-key", entry.key, {{"id", required.id}, {"key", "kinds"}});
        if (required.properties.empty())
            fail("policy.missing-key", entry.key, {{"id", required.id}, {"key", "properties"}});
        checkProperties(entry, required);
        m_policy.required.push_back(std::move(required));
    }

    void checkProperties(const YamlEntry& entry, const lint::RequiredProperties& required) const
    {
        for (const std::string& kind : required.kinds)
            for (const std::string& property : required.properties)
                if (!property.starts_with("tags.") && property != "name" &&
                    !m_catalogue.find(KindId(kind))->property(property))
                    fail("policy.unknown-property", entry.key, {{"kind", kind}, {"property", property}});
    }

    template <class Record>
    bool readCommon(const YamlEntry& field, Record& record) const
    {
        if (field.key.text == "reason")
            record.reason = field.value.text;
        else if (field.key.text == "severity")
            record.severity = severity(field);
        else
            return false;
        return true;
    }

    Severity severity(const YamlEntry& entry) const
    {
        const std::string word = oneOf(entry, {"error", "warning", "info"});
        return word == "error" ? Severity::Error : word == "warning" ? Severity::Warning : Severity::Info;
    }

    std::string oneOf(const YamlEntry& entry, std::initializer_list<const char*> words) const
    {
        std::string allowed;
        for (const char* word : words) {
            if (entry.value.text == word) return word;
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        fail("io.not-one-of", entry.value,
             {{"key", entry.key.text}, {"value", entry.value.text}, {"allowed", allowed}});
    }

    std::vector<std::string> texts(const YamlEntry& entry) const
    {
        std::vector<std::string> list;
        if (entry.value.isScalar()) return {entry.value.text};
        if (!entry.value.isList()) fail("io.not-a-list", entry.value, {{"key", entry.key.text}});
        for (const YamlNode& item : entry.value.items) list.push_back(item.text);
        return list;
    }

    std::vector<std::string> kinds(const YamlEntry& entry) const
    {
        std::vector<std::string> list = texts(entry);
        for (const std::string& kind : list)
            if (!m_catalogue.find(KindId(kind))) fail("policy.unknown-kind", entry.value, {{"kind", kind}});
        return list;
    }

    lint::Selector selector(const YamlEntry& entry) const
    {
        lint::Selector selector{texts(entry)};
        for (const std::string& word : selector.words)
            if (word.starts_with("kind:") && !m_catalogue.find(KindId(word.substr(5))))
                fail("policy.unknown-kind", entry.value, {{"kind", word.substr(5)}});
        return selector;
    }

    int port(const YamlEntry& entry) const
    {
        const Value value = detail::toValue(entry.value);
        if (!value.isInteger() || value.toInteger() < 1 || value.toInteger() > 65535)
            fail("policy.port", entry.value, {{"value", entry.value.text}});
        return static_cast<int>(value.toInteger());
    }

    std::string pattern(const YamlEntry& entry) const
    {
        try {
            const std::regex check(entry.value.text);
        } catch (const std::regex_error& problem) {
            fail("policy.pattern", entry.value, {{"pattern", entry.value.text}, {"detail", problem.what()}});
        }
        return entry.value.text;
    }

    std::string m_file;
    const catalogue::Catalogue& m_catalogue;
    lint::Policy m_policy;
};

}  // namespace

Result<lint::Policy> readPolicy(std::string_view text, const std::string& file, const catalogue::Catalogue& catalogue)
{
    const auto root = detail::parseYaml(text, file);
    if (!root) return root.error();
    try {
        return PolicyReader(file, catalogue).read(*root);
    } catch (const ReadProblem& problem) {
        return problem.error;
    }
}

Result<lint::Policy> readPolicyFile(const std::string& path, const catalogue::Catalogue& catalogue)
{
    std::ifstream stream(path, std::ios::binary);
    if (!stream) return makeError("policy.unreadable", {}, {path, 0, 0});
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    return readPolicy(text, path, catalogue);
}

}  // namespace lintel::model::io
