#include "model/io/document_reader.h"

#include "model/document/invariants.h"
#include "model/io/property_values.h"

namespace lintel::model::io::detail {

namespace {

/// Leaves the nested reading functions; caught in readTree.
struct ReadProblem {
    Error error;
};

template <class Record>
Table<Record> toTable(std::map<decltype(Record::id), Record>& records)
{
    std::vector<typename Table<Record>::Edit> edits;
    for (auto& [id, record] : records) edits.push_back({id, std::make_shared<const Record>(std::move(record))});
    return Table<Record>().with(edits);
}

class DocumentReader {
public:
    DocumentReader(const std::string& file, const catalogue::Catalogue& catalogue)
        : m_file(file), m_catalogue(catalogue)
    {
    }

    SourceDocument read(const YamlNode& root)
    {
        checkVersion(root);
        for (const YamlEntry& entry : root.entries) readTop(entry);
        Document& document = m_result.document;
        document.settingsRow = std::make_shared<const Settings>(std::move(m_settings));
        document.blocks = toTable(m_blocks);
        document.connections = toTable(m_connections);
        document.notes = toTable(m_notes);
        document.waivers = toTable(m_waivers);
        // A merge may leave the place of something that the other side removed: nothing to bother people with.
        std::erase_if(m_placements, [&](const auto& entry) { return !isIdTaken(document, entry.first.text()); });
        document.placements = toTable(m_placements);
        checkReferences();
        m_result.file = m_file;
        return std::move(m_result);
    }

private:
    [[noreturn]] void fail(const char* id, const YamlNode& node, std::vector<MessageArgument> arguments = {}) const
    {
        throw ReadProblem{makeError(id, std::move(arguments), {m_file, node.line, node.column})};
    }

    template <class T>
    T orFail(Result<T> result) const
    {
        if (!result) throw ReadProblem{result.error()};
        return *std::move(result);
    }

    void checkVersion(const YamlNode& root) const
    {
        const YamlEntry* version = root.find("lintel");
        if (!version) fail("io.no-version", root);
        const std::string major = version->value.text.substr(0, version->value.text.find('.'));
        const bool digits = !major.empty() && major.find_first_not_of("0123456789") == std::string::npos;
        if (!version->value.isScalar() || !digits || major == "0") fail("io.bad-version", version->value);
        if (major != "1") fail("io.newer-version", version->value, {{"version", version->value.text}});
    }

    void readTop(const YamlEntry& entry)
    {
        const std::string& key = entry.key.text;
        const YamlNode& value = entry.value;
        if (key == "lintel") return;
        if (key == "title")
            m_settings.title = text(entry);
        else if (key == "region")
            m_settings.region = text(entry);
        else if (key == "profile")
            m_settings.profile = oneOf(entry, {"learning", "small", "production"});
        else if (key == "environment")
            m_settings.environment = oneOf(entry, {"development", "test", "staging", "production"});
        else if (key == "language")
            m_settings.language = oneOf(entry, {"en", "ko"});
        else if (key == "blocks")
            readSection(entry, [&](const YamlEntry& e) { readBlock(e); });
        else if (key == "connections")
            readSection(entry, [&](const YamlEntry& e) { readConnection(e); });
        else if (key == "notes")
            readSection(entry, [&](const YamlEntry& e) { readNote(e); });
        else if (key == "waivers")
            readSection(entry, [&](const YamlEntry& e) { readWaiver(e); });
        else if (key == "layout")
            readSection(entry, [&](const YamlEntry& e) { readPlacement(e); });
        else
            m_settings.properties[key] = toValue(value);
    }

    template <class Read>
    void readSection(const YamlEntry& section, const Read& read)
    {
        const YamlNode& value = section.value;
        if (value.isNull() || (value.isList() && value.items.empty())) return;
        if (!value.isMap()) fail("io.section-not-a-map", value, {{"key", section.key.text}});
        for (const YamlEntry& entry : value.entries) {
            if (entry.key.text.empty()) fail("document.empty-id", entry.key);
            read(entry);
        }
    }

    /// The record's line, and that no other block, connection or note has its id.
    void claim(const YamlEntry& entry)
    {
        const std::string& id = entry.key.text;
        if (!m_result.lines.emplace(id, entry.key.line).second) fail("document.duplicate-id", entry.key, {{"id", id}});
        if (!entry.value.isMap()) fail("io.record-not-a-map", entry.key, {{"id", id}});
    }

    std::string text(const YamlEntry& entry) const
    {
        if (entry.value.isNull()) return {};
        if (!entry.value.isScalar()) fail("io.not-text", entry.value, {{"key", entry.key.text}});
        return entry.value.text;
    }

    std::string oneOf(const YamlEntry& entry, std::initializer_list<std::string_view> words) const
    {
        const std::string value = text(entry);
        std::string allowed;
        for (const std::string_view word : words) {
            if (word == value || value.empty()) return value;
            allowed += (allowed.empty() ? "" : ", ") + std::string(word);
        }
        fail("io.not-one-of", entry.value, {{"key", entry.key.text}, {"allowed", allowed}, {"value", value}});
    }

    std::vector<std::string> texts(const YamlEntry& entry) const
    {
        std::vector<std::string> result;
        if (entry.value.isScalar()) result.push_back(entry.value.text);
        if (entry.value.isMap()) fail("io.not-a-list", entry.value, {{"key", entry.key.text}});
        for (const YamlNode& item : entry.value.items) {
            if (!item.isScalar()) fail("io.not-text", item, {{"key", entry.key.text}});
            result.push_back(item.text);
        }
        return result;
    }

    void readBlock(const YamlEntry& entry)
    {
        claim(entry);
        Block block;
        block.id = BlockId(entry.key.text);
        const YamlEntry* kindEntry = entry.value.find("kind");
        if (!kindEntry || kindEntry->value.isNull()) fail("io.no-kind", entry.key, {{"id", entry.key.text}});
        block.kind = KindId(text(*kindEntry));
        const catalogue::Kind* kind = m_catalogue.find(block.kind);
        if (!kind)
            fail("document.unknown-kind", kindEntry->value, {{"id", entry.key.text}, {"kind", block.kind.text()}});
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            if (key == "kind") continue;
            if (key == "in")
                block.parent = BlockId(text(field));
            else if (key == "name")
                block.name = text(field);
            else if (const catalogue::Property* property = kind->property(key))
                block.properties[key] = orFail(readProperty(field.value, *property, m_file));
            else
                block.properties[key] = toValue(field.value);
        }
        m_blockNodes[block.id] = &entry;
        const BlockId id = block.id;
        m_blocks.emplace(id, std::move(block));
    }

    /// A number, text, or a list of them: "80,443".
    std::string ports(const YamlEntry& field) const
    {
        if (!field.value.isList()) return text(field);
        std::string joined;
        for (const std::string& port : texts(field)) joined += (joined.empty() ? "" : ",") + port;
        return joined;
    }

    void readConnection(const YamlEntry& entry)
    {
        claim(entry);
        Connection connection;
        connection.id = ConnectionId(entry.key.text);
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            if (key == "from")
                connection.from = BlockId(text(field));
            else if (key == "to")
                connection.to = BlockId(text(field));
            else if (key == "relation")
                connection.relation =
                    oneOf(field, {"traffic", "replication", "deploy", "dns", "event", "observe", "manage", "attach"});
            else if (key == "name")
                connection.name = text(field);
            else if (key == "protocol")
                connection.protocol = text(field);
            else if (key == "port")
                connection.ports = ports(field);
            else
                connection.properties[key] = toValue(field.value);
        }
        for (const char* end : {"from", "to"})
            if (!entry.value.find(end)) fail("io.no-end", entry.key, {{"id", entry.key.text}, {"end", end}});
        m_connectionNodes[connection.id] = &entry;
        const ConnectionId id = connection.id;
        m_connections.emplace(id, std::move(connection));
    }

    void readNote(const YamlEntry& entry)
    {
        claim(entry);
        Note note;
        note.id = NoteId(entry.key.text);
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            if (key == "kind")
                note.kind = oneOf(field, {"text", "comment", "decision"});
            else if (key == "text")
                note.text = text(field);
            else if (key == "subjects")
                note.subjects = texts(field);
            else
                note.properties[key] = toValue(field.value);
        }
        m_notes.emplace(note.id, note);
    }

    void readWaiver(const YamlEntry& entry)
    {
        if (!entry.value.isMap()) fail("io.record-not-a-map", entry.key, {{"id", entry.key.text}});
        Waiver waiver;
        waiver.id = WaiverId(entry.key.text);
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            if (key == "rule")
                waiver.rule = text(field);
            else if (key == "subjects")
                waiver.subjects = texts(field);
            else if (key == "reason")
                waiver.reason = text(field);
            else if (key == "by")
                waiver.by = text(field);
            else if (key == "until")
                waiver.until = text(field);
            else
                waiver.properties[key] = toValue(field.value);
        }
        m_waivers.emplace(waiver.id, waiver);
    }

    std::vector<int> integers(const YamlNode& node, std::size_t count, const char* message) const
    {
        std::vector<int> result;
        for (const YamlNode& item : node.items) {
            const Value value = toValue(item);
            constexpr std::int64_t kFarthest = 10'000'000;
            if (!value.isInteger() || value.toInteger() > kFarthest || value.toInteger() < -kFarthest)
                fail(message, item);
            result.push_back(static_cast<int>(value.toInteger()));
        }
        if (!node.isList() || result.size() != count) fail(message, node);
        return result;
    }

    void readPlacement(const YamlEntry& entry)
    {
        Placement placement;
        placement.id = PlacementId(entry.key.text);
        const auto rect = [&](const YamlNode& node) {
            const std::vector<int> n = integers(node, 4, "io.bad-rectangle");
            if (n[2] < 0 || n[3] < 0) fail("io.bad-rectangle", node);
            placement.rect = {n[0], n[1], n[2], n[3]};
        };
        if (entry.value.isList())
            rect(entry.value);
        else if (!entry.value.isMap())
            fail("io.bad-rectangle", entry.key);
        for (const YamlEntry& field : entry.value.entries) {
            const std::string& key = field.key.text;
            if (key == "rect") rect(field.value);
            if (key == "pinned") {
                if (!toValue(field.value).isBool())
                    fail("io.not-a-boolean", field.value, {{"key", key}, {"value", field.value.text}});
                placement.pinned = toValue(field.value).toBool();
            }
            if (key != "points") continue;
            if (!field.value.isList()) fail("io.bad-points", field.value);
            for (const YamlNode& point : field.value.items) {
                const std::vector<int> n = integers(point, 2, "io.bad-points");
                placement.waypoints.push_back({n[0], n[1]});
            }
        }
        m_placements.emplace(placement.id, placement);
    }

    const YamlNode& fieldOf(const YamlEntry& entry, std::string_view key) const
    {
        const YamlEntry* field = entry.value.find(key);
        return field ? field->value : entry.key;
    }

    void checkReferences() const
    {
        const Document& document = m_result.document;
        for (const auto& [id, entry] : m_blockNodes) {
            const Block& block = *document.blocks.find(id);
            if (!block.parent.isEmpty() && !document.blocks.contains(block.parent))
                fail("document.unknown-parent", fieldOf(*entry, "in"),
                     {{"id", id.text()}, {"parent", block.parent.text()}});
        }
        for (const auto& [id, entry] : m_connectionNodes) {
            const Connection& connection = *document.connections.find(id);
            for (const auto& [key, end] : {std::pair("from", connection.from), std::pair("to", connection.to)})
                if (!document.blocks.contains(end))
                    fail("document.dangling-connection", fieldOf(*entry, key),
                         {{"id", id.text()}, {"end", end.text()}});
        }
        relay(structuralErrors(document));
        relay(catalogue::containmentErrors(document, m_catalogue));
    }

    /// The checks of the document know ids, not lines: put the first error where its element stands.
    void relay(const std::vector<Error>& errors) const
    {
        if (errors.empty()) return;
        Error error = errors.front();
        for (const MessageArgument& argument : error.message.arguments) {
            if (argument.name != "id") continue;
            if (const auto found = m_blockNodes.find(BlockId(argument.value)); found != m_blockNodes.end()) {
                const YamlNode& at = fieldOf(*found->second, "in");
                error.location = {m_file, at.line, at.column};
            }
        }
        throw ReadProblem{error};
    }

    const std::string& m_file;
    const catalogue::Catalogue& m_catalogue;
    SourceDocument m_result;
    Settings m_settings;
    std::map<BlockId, Block> m_blocks;
    std::map<ConnectionId, Connection> m_connections;
    std::map<NoteId, Note> m_notes;
    std::map<WaiverId, Waiver> m_waivers;
    std::map<PlacementId, Placement> m_placements;
    std::map<BlockId, const YamlEntry*> m_blockNodes;
    std::map<ConnectionId, const YamlEntry*> m_connectionNodes;
};

}  // namespace

Result<SourceDocument> readTree(const YamlNode& root, const std::string& file, const catalogue::Catalogue& catalogue)
{
    try {
        return DocumentReader(file, catalogue).read(root);
    } catch (const ReadProblem& problem) {
        return problem.error;
    }
}

}  // namespace lintel::model::io::detail
