#include "model/edit/operations/place_notes.h"

#include "model/edit/operations/remove_elements.h"
#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

// A new note; the drawing makes it as high as its text.
constexpr Size kNewNote{240, 40};

}  // namespace

ChangeSet addNote(const Document& document, Point at, const std::string& text)
{
    Transaction transaction(document);
    if (!text.empty()) {
        Note note;
        note.id = NoteId(transaction.freeId("note", "note"));
        note.text = text;
        Placement placement;
        placement.id = placementId(note.id);
        placement.rect = {at.x, at.y, kNewNote.width, kNewNote.height};
        transaction.put(std::move(note));
        transaction.put(std::move(placement));
    }
    return transaction.finish({"edit.add-note", {}});
}

NoteId addedNote(const ChangeSet& change)
{
    for (const auto& note : change.notes)
        if (!note.before && note.after) return note.after->id;
    return {};
}

ChangeSet rewriteNote(const Document& document, const NoteId& id, const std::string& text)
{
    const Note* old = document.notes.find(id);
    if (old && text.empty()) return removeElements(document, {id.text()});
    Transaction transaction(document);
    if (old) {
        Note note = *old;
        note.text = text;
        transaction.put(std::move(note));
    }
    return transaction.finish({"edit.rewrite-note", {}});
}

ChangeSet placeNotes(const Document& document, const std::vector<std::pair<NoteId, Rect>>& places)
{
    Transaction transaction(document);
    std::size_t count = 0;
    for (const auto& [id, rect] : places) {
        if (!document.notes.contains(id)) continue;
        const Placement* old = document.placements.find(placementId(id));
        Placement placement = old ? *old : Placement();
        placement.id = placementId(id);
        placement.rect = rect;
        transaction.put(std::move(placement));
        ++count;
    }
    return transaction.finish({"edit.move", {{"count", std::to_string(count)}}});
}

}  // namespace lintel::model::edit
