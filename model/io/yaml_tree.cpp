#include "model/io/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>

namespace lintel::model::io::detail {

namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxExpandedNodes = 10'000;

/// Leaves yaml-cpp's callbacks; caught in parseYaml.
struct TreeProblem {
    Error error;
};

/// The text, and an empty comment after its last line break: yaml-cpp takes a quoted text that is never closed for
/// a whole one when a line break is the last thing it sees.
class ViewBuffer : public std::streambuf {
public:
    explicit ViewBuffer(std::string_view text) : m_hasTail(text.ends_with('\n'))
    {
        char* begin = const_cast<char*>(text.data());
        setg(begin, begin, begin + text.size());
    }

protected:
    int_type underflow() override
    {
        if (!m_hasTail) return traits_type::eof();
        m_hasTail = false;
        setg(m_tail, m_tail, m_tail + 1);
        return traits_type::to_int_type(*gptr());
    }

private:
    bool m_hasTail;
    char m_tail[1] = {'#'};
};

class Lines {
public:
    explicit Lines(std::string_view text) : m_text(text)
    {
        m_starts.push_back(0);
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '\n') m_starts.push_back(i + 1);
    }
    std::size_t offset(const YAML::Mark& mark) const
    {
        if (mark.line < 0) return 0;
        const auto line = std::min(static_cast<std::size_t>(mark.line), m_starts.size() - 1);
        return std::min(m_starts[line] + static_cast<std::size_t>(std::max(mark.column, 0)), m_text.size());
    }
    /// yaml-cpp counts bytes; people and editors count characters.
    int column(const YAML::Mark& mark) const
    {
        const std::size_t end = offset(mark);
        const std::size_t begin = end - std::min(end, static_cast<std::size_t>(std::max(mark.column, 0)));
        int column = 1;
        for (std::size_t i = begin; i < end; ++i)
            if ((static_cast<unsigned char>(m_text[i]) & 0xC0U) != 0x80U) ++column;
        return column;
    }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
};

std::size_t countNodes(const YamlNode& node)
{
    std::size_t count = 1;
    for (const YamlNode& item : node.items) count += countNodes(item);
    for (const YamlEntry& entry : node.entries) count += 1 + countNodes(entry.value);
    return count;
}

class TreeBuilder : public YAML::EventHandler {
public:
    TreeBuilder(const Lines& lines, const std::string& file) : m_lines(lines), m_file(file) {}

    YamlNode take() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        add(make(YamlNode::Type::Null, mark), anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override
    {
        const auto found = m_anchors.find(anchor);
        if (found == m_anchors.end()) fail("io.alias-cycle", mark);
        m_expanded += countNodes(found->second);
        if (m_expanded > kMaxExpandedNodes) fail("io.alias-bomb", mark);
        YamlNode copy = found->second;
        const YamlNode here = make(copy.type, mark);
        copy.alias = true;
        copy.offset = here.offset;
        copy.line = here.line;
        copy.column = here.column;
        add(std::move(copy), 0);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override
    {
        YamlNode node = make(YamlNode::Type::Scalar, mark);
        node.text = value;
        node.quoted = tag != "?" && !tag.empty();
        add(std::move(node), anchor);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Type::List, mark, anchor, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override
    {
        open(YamlNode::Type::Map, mark, anchor, style);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame {
        YamlNode node;
        YAML::anchor_t anchor = 0;
        std::optional<YamlNode> key;
        std::set<std::string> keys;
    };

    [[noreturn]] void fail(const char* id, const YAML::Mark& mark, std::vector<MessageArgument> arguments = {}) const
    {
        throw TreeProblem{makeError(id, std::move(arguments), {m_file, mark.line + 1, m_lines.column(mark)})};
    }

    YamlNode make(YamlNode::Type type, const YAML::Mark& mark) const
    {
        YamlNode node;
        node.type = type;
        node.offset = m_lines.offset(mark);
        node.line = mark.line + 1;
        node.column = m_lines.column(mark);
        return node;
    }

    void open(YamlNode::Type type, const YAML::Mark& mark, YAML::anchor_t anchor, YAML::EmitterStyle::value style)
    {
        if (m_open.empty() && type != YamlNode::Type::Map) fail("io.not-a-design", mark);
        if (m_open.size() >= kMaxDepth) fail("io.too-deep", mark, {{"limit", std::to_string(kMaxDepth)}});
        if (!m_open.empty() && m_open.back().node.isMap() && !m_open.back().key) fail("io.key-not-text", mark);
        Frame frame;
        frame.node = make(type, mark);
        frame.node.flow = style == YAML::EmitterStyle::Flow;
        frame.anchor = anchor;
        m_open.push_back(std::move(frame));
    }

    void close()
    {
        Frame frame = std::move(m_open.back());
        m_open.pop_back();
        add(std::move(frame.node), frame.anchor);
    }

    void add(YamlNode node, YAML::anchor_t anchor)
    {
        if (anchor != 0) m_anchors[anchor] = node;
        if (m_open.empty()) {
            if (!node.isMap() && !node.isNull()) refuse("io.not-a-design", node);
            m_root = std::move(node);
            return;
        }
        Frame& frame = m_open.back();
        if (frame.node.isList()) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.key) {
            if (!node.isScalar()) refuse("io.key-not-text", node);
            if (!frame.keys.insert(node.text).second) refuse("io.duplicate-key", node, {{"key", node.text}});
            frame.key = std::move(node);
        } else {
            frame.node.entries.push_back({std::move(*frame.key), std::move(node)});
            frame.key.reset();
        }
    }

    [[noreturn]] void refuse(const char* id, const YamlNode& node, std::vector<MessageArgument> arguments = {}) const
    {
        throw TreeProblem{makeError(id, std::move(arguments), {m_file, node.line, node.column})};
    }

    const Lines& m_lines;
    const std::string& m_file;
    YamlNode m_root;
    std::vector<Frame> m_open;
    std::map<YAML::anchor_t, YamlNode> m_anchors;
    std::size_t m_expanded = 0;
};

}  // namespace

const YamlEntry* YamlNode::find(std::string_view key) const
{
    for (const YamlEntry& entry : entries)
        if (entry.key.text == key) return &entry;
    return nullptr;
}

Result<YamlNode> parseYaml(std::string_view text, const std::string& file)
{
    const Lines lines(text);
    TreeBuilder builder(lines, file);
    try {
        ViewBuffer buffer(text);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder)) return makeError("io.empty", {}, {file, 1, 1});
        YamlNode root = builder.take();
        TreeBuilder second(lines, file);
        if (parser.HandleNextDocument(second)) {
            const YamlNode more = second.take();
            return makeError("io.several-documents", {}, {file, std::max(more.line, 1), std::max(more.column, 1)});
        }
        if (root.isNull()) return makeError("io.empty", {}, {file, 1, 1});
        return root;
    } catch (const TreeProblem& problem) {
        return problem.error;
    } catch (const YAML::Exception& problem) {
        const bool known = problem.mark.line >= 0;
        return makeError("yaml.syntax", {{"detail", problem.msg}},
                         {file, known ? problem.mark.line + 1 : 1, known ? lines.column(problem.mark) : 1});
    }
}

}  // namespace lintel::model::io::detail
