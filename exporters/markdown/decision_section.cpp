#include "exporters/markdown/sections.h"
#include "model/document/thread.h"

#include <algorithm>

namespace lintel::exporters::markdown {

namespace {

std::string elementNames(const Source& source, const std::vector<std::string>& ids)
{
    std::string text;
    for (const std::string& id : ids) {
        const model::Connection* connection = source.graph.connection(model::ConnectionId(id));
        text += (text.empty() ? "" : ", ") + (connection
                                                  ? source.name(connection->from) + " → " + source.name(connection->to)
                                                  : source.name(model::BlockId(id)));
    }
    return text;
}

bool isOpen(const model::Note& note, std::string_view kind)
{
    return note.kind == kind && !model::threadOf(note).isResolved;
}

// At the start of a list's item a dash or a number would open a list of its own.
std::string saidFirst(const Source& source, std::string_view text)
{
    std::string said = source.written(text);
    const std::size_t mark = std::min(said.find_first_not_of("0123456789"), said.size());
    const bool opensList =
        mark < said.size() &&
        (mark == 0 ? std::string_view("-+") : std::string_view(".)")).find(said[mark]) != std::string_view::npos;
    return opensList ? said.insert(mark, 1, '\\') : said;
}

// Who said it, and when: what is known of it.
std::string author(const Source& source, const model::Remark& remark)
{
    const std::string by = source.written(remark.by);
    const std::string date = source.written(remark.date);
    return by + (by.empty() || date.empty() ? "" : ", ") + date;
}

// A file's path as a link, so that the reader gets there from the document beside the design.
std::string recordLink(const Source& source, const std::string& path)
{
    return path.empty() ? std::string() : "[" + source.written(path) + "](" + escapedLink(path) + ")";
}

std::string replies(const Source& source, const model::Thread& thread, const std::string& margin)
{
    std::string text;
    for (const model::Remark& reply : thread.replies) {
        const std::string who = author(source, reply);
        text += margin + "- " +
                (who.empty() ? saidFirst(source, reply.text) : who + ": " + source.written(reply.text)) + "\n";
    }
    return text;
}

std::string decisions(const Source& source)
{
    MarkdownTable table({source.text("column.note"), source.text("column.about"), source.text("column.by"),
                         source.text("column.record")});
    std::string discussions;
    for (const model::Note& note : source.document().notes) {
        if (!isOpen(note, "decision")) continue;
        const model::Thread thread = model::threadOf(note);
        table.add({source.written(note.text), elementNames(source, note.subjects), author(source, thread.opening),
                   recordLink(source, model::recordPathOf(note))});
        if (!thread.replies.empty())
            discussions += "- " + saidFirst(source, note.text) + "\n" + replies(source, thread, "  ");
    }
    if (table.isEmpty()) return {};
    return source.heading("decisions.title") + table.text() + discussions + (discussions.empty() ? "" : "\n");
}

// Each as it was asked, with the answers so far below it.
std::string questions(const Source& source)
{
    std::string text;
    for (const model::Note& note : source.document().notes) {
        if (!isOpen(note, "comment")) continue;
        const model::Thread thread = model::threadOf(note);
        std::string about = elementNames(source, note.subjects);
        if (const std::string who = author(source, thread.opening); !who.empty())
            about += (about.empty() ? "" : "; ") + who;
        text += "- " + saidFirst(source, note.text) + (about.empty() ? "" : " (" + about + ")") + "\n" +
                replies(source, thread, "  ");
    }
    return text.empty() ? std::string() : source.heading("questions.title") + text + "\n";
}

std::string waivers(const Source& source)
{
    MarkdownTable table({source.text("column.rule"), source.text("column.about"), source.text("column.reason"),
                         source.text("column.by"), source.text("column.until")});
    for (const model::Waiver& waiver : source.document().waivers)
        table.add({source.written(waiver.rule), elementNames(source, waiver.subjects), source.written(waiver.reason),
                   source.written(waiver.by), source.written(waiver.until)});
    return table.isEmpty() ? std::string() : source.heading("waivers.title") + table.text();
}

}  // namespace

std::string decisionSection(const Source& source) { return decisions(source) + waivers(source); }

std::string questionSection(const Source& source) { return questions(source); }

}  // namespace lintel::exporters::markdown
