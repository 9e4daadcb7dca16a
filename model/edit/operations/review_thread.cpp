#include "model/edit/operations/review_thread.h"

#include "model/edit/transaction.h"

#include <algorithm>
#include <functional>

namespace lintel::model::edit {

namespace {

/// So small that it is a pin and nothing else.
constexpr int kPin = 24;

/// The edited copy of a thread as one step; nothing when there is none.
ChangeSet edited(const Document& document, const NoteId& id, const char* caption,
                 const std::function<void(Note&)>& edit)
{
    Transaction transaction(document);
    if (const Note* old = document.notes.find(id); old && isThread(*old)) {
        Note note = *old;
        edit(note);
        if (!(note == *old)) transaction.put(std::move(note));
    }
    return transaction.finish({caption, {}});
}

void put(Note& note, const char* key, const std::string& text)
{
    if (text.empty())
        note.properties.erase(key);
    else
        note.properties[key] = Value(text);
}

}  // namespace

ChangeSet startThread(const Document& document, const NewThread& wish)
{
    Transaction transaction(document);
    if (wish.opening.text.empty()) return transaction.finish({"edit.thread.start", {}});
    Note note;
    for (const std::string& id : wish.subjects)
        if (isIdTaken(document, id)) note.subjects.push_back(id);
    const std::string first = note.subjects.empty() ? std::string() : "-" + note.subjects.front();
    note.id = NoteId(transaction.freeId(wish.kind + first, wish.kind));
    note.kind = wish.kind;
    note.text = wish.opening.text;
    put(note, "by", wish.opening.by);
    put(note, "date", wish.opening.date);
    const NoteId id = note.id;
    transaction.put(std::move(note));
    if (wish.place && wish.subjects.empty())
        transaction.put(Placement{placementId(id), {wish.place->x, wish.place->y, kPin, kPin}, {}, false});
    return transaction.finish({"edit.thread.start", {}});
}

ChangeSet replyToThread(const Document& document, const NoteId& thread, const Remark& reply)
{
    return edited(document, thread, "edit.thread.reply", [&](Note& note) {
        if (reply.text.empty()) return;
        Value::List replies = propertyOf(note.properties, "replies").toList();
        replies.push_back(valueOf(reply));
        note.properties["replies"] = Value(std::move(replies));
        note.properties.erase("resolved");
    });
}

ChangeSet resolveThread(const Document& document, const NoteId& thread, bool isResolved)
{
    return edited(document, thread, isResolved ? "edit.thread.resolve" : "edit.thread.reopen", [&](Note& note) {
        if (isResolved)
            note.properties["resolved"] = Value(true);
        else
            note.properties.erase("resolved");
    });
}

ChangeSet makeDecision(const Document& document, const NoteId& thread)
{
    return edited(document, thread, "edit.thread.decide", [](Note& note) { note.kind = "decision"; });
}

ChangeSet linkRecord(const Document& document, const NoteId& decision, const std::string& path)
{
    return edited(document, decision, "edit.thread.record", [&](Note& note) { put(note, "record", path); });
}

std::vector<NoteId> threadsAbout(const Document& document, const std::string& element)
{
    std::vector<NoteId> threads;
    for (const Note& note : document.notes) {
        const bool isAbout =
            element.empty() ? note.subjects.empty()
                            : std::find(note.subjects.begin(), note.subjects.end(), element) != note.subjects.end();
        if (isThread(note) && (isAbout || note.id.text() == element)) threads.push_back(note.id);
    }
    return threads;
}

}  // namespace lintel::model::edit
