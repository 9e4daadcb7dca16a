#include "model/edit/operations/comment_element.h"

#include "model/edit/transaction.h"

namespace lintel::model::edit {

namespace {

constexpr const char* kKind = "comment";

const Note* findComment(const Document& document, const std::string& element)
{
    for (const Note& note : document.notes)
        if (note.kind == kKind && note.subjects.size() == 1 && note.subjects.front() == element) return &note;
    return nullptr;
}

std::string labelOf(const Document& document, const std::string& element)
{
    const Block* block = document.blocks.find(BlockId(element));
    return block ? block->label() : element;
}

}  // namespace

std::string commentOn(const Document& document, const std::string& element)
{
    const Note* comment = findComment(document, element);
    return comment ? comment->text : std::string();
}

ChangeSet commentElement(const Document& document, const std::string& element, const std::string& text)
{
    Transaction transaction(document);
    const Note* old = findComment(document, element);
    if (old && text.empty()) {
        transaction.remove(old->id);
    } else if (!text.empty() && isIdTaken(document, element)) {
        Note comment;
        if (old) comment = *old;
        if (!old) comment.id = NoteId(transaction.freeId("note-" + element, "note"));
        comment.kind = kKind;
        comment.subjects = {element};
        comment.text = text;
        transaction.put(std::move(comment));
    }
    return transaction.finish({"edit.comment", {{"name", labelOf(document, element)}}});
}

}  // namespace lintel::model::edit
