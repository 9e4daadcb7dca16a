#include "app/cli/diff_report.h"

#include "app/cli/severity_words.h"
#include "model/io/value_text.h"
#include "model/review/change_story.h"

#include <algorithm>
#include <ostream>

namespace lintel::app::cli {

namespace {

using model::review::ChangeType;
using model::review::ElementChange;
using model::review::ElementType;
using model::review::ExposureChange;

// How one output format writes what all of them say.
struct Style {
    std::string (*quoted)(const std::string& text);   ///< an id or a value
    std::string (*escaped)(const std::string& text);  ///< free text
    const char* heading;
    const char* item;
    const char* detail;
};

std::string plain(const std::string& text) { return text; }

// Line breaks would end the list item.
std::string onOneLine(const std::string& text)
{
    std::string line;
    for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
    return line;
}

std::string markdownText(const std::string& text)
{
    std::string escaped;
    for (const char c : onOneLine(text)) {
        if (std::string_view("\\`*_{}[]()<>#+-.!|~&@").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

// A code span, fenced by one backtick more than any run inside it.
std::string markdownCode(const std::string& text)
{
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const bool touches = text.starts_with('`') || text.ends_with('`');
    const std::string space = touches ? " " : "";
    return fence + space + onOneLine(text) + space + fence;
}

const Style kText{plain, onOneLine, "", "  ", "      "};
const Style kMarkdown{markdownCode, markdownText, "### ", "- ", "  - "};

class Teller {
public:
    Teller(const Context& context, const DiffReport& report, const Style& style)
        : m_context(context), m_report(report), m_style(style), m_out(context.streams.out)
    {
    }

    void tell()
    {
        const auto& difference = m_report.difference;
        const bool isText = &m_style == &kText;
        // What it means for safety first: a reviewer may not read the rest.
        m_out << (isText ? "" : "## ")
              << text("heading",
                      {{"old", m_style.escaped(m_report.oldName)}, {"new", m_style.escaped(m_report.newName)}})
              << "\n";
        if (difference.isEmpty()) m_out << gap() << text("same") << "\n";
        tellStory();
        tellExposure("exposed", difference.newlyExposed, m_report.after);
        tellExposure("no-longer-exposed", difference.noLongerExposed, m_report.before);
        tellFindings("new-findings", difference.newFindings);
        tellFindings("fixed-findings", difference.fixedFindings);
        tellCost();
        for (const ChangeType type : {ChangeType::Added, ChangeType::Removed, ChangeType::Changed}) tellElements(type);
        if (difference.layoutChanges > 0)
            m_out << gap() << text("layout", {{"count", std::to_string(difference.layoutChanges)}}) << "\n";
    }

private:
    std::string text(const std::string& id, std::vector<model::MessageArgument> arguments = {}) const
    {
        return m_context.text("cli.diff." + id, std::move(arguments));
    }
    std::string gap() const { return "\n"; }
    void heading(const std::string& id)
    {
        m_out << gap() << m_style.heading << text(id) << "\n" << (&m_style == &kText ? "" : "\n");
    }

    // Before the list of everything: how much, what came in the place of what, what moved.
    void tellStory()
    {
        const auto story =
            model::review::storyOf(m_report.difference, m_report.before, m_report.after, m_context.catalogue);
        if (story.blocks.isNone() && story.connections.isNone()) return;
        heading("story");
        item(countText("story-blocks", story.blocks));
        item(countText("story-connections", story.connections));
        for (const auto& replacement : story.replacements)
            item(text("story-replaced", {{"old", namesIn(m_report.before, replacement.gone)},
                                         {"new", namesIn(m_report.after, replacement.come)}}));
        for (const auto& move : story.moves)
            item(text("story-moved", {{"name", nameIn(m_report.after, move.block)},
                                      {"old", nameIn(m_report.before, move.from)},
                                      {"new", nameIn(m_report.after, move.to)}}));
        item(text("story-findings", {{"new", std::to_string(m_report.difference.newFindings.size())},
                                     {"fixed", std::to_string(m_report.difference.fixedFindings.size())}}));
    }

    void item(const std::string& line) { m_out << (line.empty() ? "" : m_style.item + line + "\n"); }

    std::string countText(const std::string& id, const model::review::Count& count) const
    {
        if (count.isNone()) return {};
        return text(id, {{"added", std::to_string(count.added)},
                         {"removed", std::to_string(count.removed)},
                         {"changed", std::to_string(count.changed)}});
    }

    std::string nameIn(const model::Document& document, const model::BlockId& id) const
    {
        const model::Block* block = document.blocks.find(id);
        if (id.isEmpty()) return text("top-level");
        return m_style.escaped(block ? block->label() : id.text());
    }

    std::string namesIn(const model::Document& document, const std::vector<model::BlockId>& ids) const
    {
        std::string names;
        for (const model::BlockId& id : ids) names += (names.empty() ? "" : ", ") + nameIn(document, id);
        return names;
    }

    void tellCost()
    {
        const model::review::CostChange& cost = m_report.difference.cost;
        if (cost.more().microDollars == 0) return;
        const std::string sign = cost.more().microDollars > 0 ? "+" : "";
        m_out << gap()
              << text(cost.isComplete ? "cost" : "cost-incomplete",
                      {{"old", cost.before.text()}, {"new", cost.after.text()}, {"more", sign + cost.more().text()}})
              << "\n";
    }

    void tellElements(ChangeType type)
    {
        bool isFirst = true;
        int attached = 0;
        for (const ElementChange& change : m_report.difference.elements) {
            if (change.change != type) continue;
            if (isFirst) heading(wordOf(type));
            isFirst = false;
            const model::Connection* connection = connectionOf(change);
            // What belongs to what follows from the blocks themselves.
            if (connection && connection->relation == "attach" && type != ChangeType::Changed)
                ++attached;
            else
                tellElement(change);
        }
        if (attached > 0) item(text("attached", {{"count", std::to_string(attached)}}));
    }

    void tellElement(const ElementChange& change)
    {
        m_out << m_style.item << titleOf(change) << "\n";
        for (const auto& field : change.fields)
            for (const std::string& line : fieldLines(change, field)) m_out << m_style.detail << line << "\n";
    }

    // What was said in a thread since, and whether it is settled.
    std::vector<std::string> fieldLines(const ElementChange& change, const model::review::FieldChange& field) const
    {
        if (change.element == ElementType::Note && field.field == "resolved")
            return {text(field.after.toBool() ? "resolved" : "reopened")};
        if (change.element != ElementType::Note || field.field != "replies") return {fieldText(change, field)};
        std::vector<std::string> lines;
        const auto& known = field.before.toList();
        for (const model::Value& reply : field.after.toList()) {
            if (std::find(known.begin(), known.end(), reply) != known.end()) continue;
            const std::string by = m_style.escaped(reply["by"].scalarText());
            const std::string said = m_style.escaped(reply["text"].scalarText());
            lines.push_back(by.empty() ? text("replied-unsigned", {{"text", said}})
                                       : text("replied", {{"by", by}, {"text", said}}));
        }
        return lines.empty() ? std::vector<std::string>{fieldText(change, field)} : lines;
    }

    std::string fieldText(const ElementChange& change, const model::review::FieldChange& field) const
    {
        if (change.isMove() && field.field == "in")
            return text("moved", {{"old", nameIn(m_report.before, model::BlockId(field.before.scalarText()))},
                                  {"new", nameIn(m_report.after, model::BlockId(field.after.scalarText()))}});
        return text("field", {{"field", m_style.escaped(field.field)},
                              {"old", m_style.quoted(model::io::valueText(field.before))},
                              {"new", m_style.quoted(model::io::valueText(field.after))}});
    }

    const model::Connection* connectionOf(const ElementChange& change) const
    {
        if (change.element != ElementType::Connection) return nullptr;
        const model::Document& side = change.change == ChangeType::Removed ? m_report.before : m_report.after;
        return side.connections.find(model::ConnectionId(change.id));
    }

    // What it is, what it is called, and its id.
    std::string titleOf(const ElementChange& change) const
    {
        if (change.element == ElementType::Settings) return text("settings");
        const std::string what = change.element == ElementType::Block
                                     ? m_context.text("kind." + change.kind.text() + ".title")
                                     : text(std::string("element.") + wordOf(change.element));
        std::string name = change.element == ElementType::Note ? noteText(change) : m_style.escaped(change.name);
        if (const std::string between = ends(change); !between.empty())
            name = name.empty() ? between : between + " · " + name;
        std::string title = what + (name.empty() ? "" : " " + name);
        return title + " (" + m_style.quoted(change.id) + ")";
    }

    // Enough of it to know which one is meant.
    std::string noteText(const ElementChange& change) const
    {
        const model::Document& side = change.change == ChangeType::Removed ? m_report.before : m_report.after;
        const model::Note* note = side.notes.find(model::NoteId(change.id));
        if (!note) return {};
        constexpr std::size_t kMost = 120;
        std::size_t end = std::min(note->text.size(), kMost);
        while (end < note->text.size() && (static_cast<unsigned char>(note->text[end]) & 0xC0) == 0x80) --end;
        return m_style.escaped(note->text.substr(0, end)) + (end < note->text.size() ? "…" : "");
    }

    std::string ends(const ElementChange& change) const
    {
        const model::Connection* connection = connectionOf(change);
        if (!connection) return {};
        const model::Document& side = change.change == ChangeType::Removed ? m_report.before : m_report.after;
        return nameIn(side, connection->from) + " → " + nameIn(side, connection->to);
    }

    void tellExposure(const std::string& id, const std::vector<ExposureChange>& changes,
                      const model::Document& document)
    {
        if (changes.empty()) return;
        heading(id);
        for (const ExposureChange& change : changes)
            m_out << m_style.item
                  << text("reached", {{"name", m_style.escaped(document.blocks.find(change.block)->label())},
                                      {"id", m_style.quoted(change.block.text())},
                                      {"ports", change.ports.text()}})
                  << "\n";
    }

    void tellFindings(const std::string& id, const std::vector<model::lint::Finding>& findings)
    {
        if (findings.empty()) return;
        heading(id);
        for (const model::lint::Finding& finding : findings)
            m_out << m_style.item << m_context.text(std::string("cli.severity.") + wordOf(finding.severity)) << ": "
                  << m_style.escaped(m_context.messages.render(finding.message, m_context.language)) << " ["
                  << finding.rule << "]\n";
    }

    const Context& m_context;
    const DiffReport& m_report;
    const Style& m_style;
    std::ostream& m_out;
};

}  // namespace

const char* wordOf(ElementType type)
{
    switch (type) {
        case ElementType::Settings: return "settings";
        case ElementType::Block: return "block";
        case ElementType::Connection: return "connection";
        case ElementType::Note: return "note";
        case ElementType::Waiver: break;
    }
    return "waiver";
}

const char* wordOf(ChangeType type)
{
    switch (type) {
        case ChangeType::Added: return "added";
        case ChangeType::Removed: return "removed";
        case ChangeType::Changed: break;
    }
    return "changed";
}

void printDiffAsText(const Context& context, const DiffReport& report) { Teller(context, report, kText).tell(); }

void printDiffAsMarkdown(const Context& context, const DiffReport& report)
{
    Teller(context, report, kMarkdown).tell();
}

}  // namespace lintel::app::cli
