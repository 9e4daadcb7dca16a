#include "app/inspector/note_page.h"

#include "app/inspector/finding_strip.h"
#include "app/inspector/property_editor.h"
#include "app/inspector/thread_section.h"
#include "app/qt_text.h"
#include "model/edit/operations/place_notes.h"

#include <QFormLayout>
#include <QIcon>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

void addNotePage(QVBoxLayout& page, FindingStrip& findings, const NoteId& id, const PageContext& context)
{
    const settings::Words& words = context.words;
    const Document& document = context.session.document();
    addHeader(page, {}, words("inspector.note"), words("inspector.note-hint"));
    page.addWidget(&findings);
    catalogue::Property text;
    text.key = "note-text";
    text.type = catalogue::PropertyType::Text;
    const EditorContext editing{document, words};
    QWidget* editor = makePropertyEditor(
        text, Value(document.notes.find(id)->text), editing,
        [id, context](const Value& value) {
            context.apply(edit::rewriteNote(context.session.document(), id, value.toString()));
        },
        nullptr);
    editor->setObjectName("noteText");
    addField(*addSection(page, {}), words("inspector.note-text"), editor, true);
    addThreads(page, id.text(), context);
}

}  // namespace lintel::app::inspector
