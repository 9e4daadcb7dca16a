#include "model/layout/note_layout.h"

#include "model/layout/dimensions.h"

namespace lintel::model::layout {

namespace {

constexpr int kNoteWidth = 240;
constexpr int kNoteLines = 12;

}  // namespace

std::vector<NoteGeometry> placeNotes(const Document& document, const TextMetrics& metrics, const Rect& drawing)
{
    std::vector<NoteGeometry> notes;
    int y = drawing.bottom() + kPadding;
    for (const Note& note : document.notes) {
        const Placement* placement = document.placements.find(placementId(note.id));
        NoteGeometry geometry;
        geometry.id = note.id;
        const bool isPlaced = placement && !placement->rect.isEmpty();
        geometry.rect = isPlaced ? placement->rect : Rect{drawing.x, y, kNoteWidth, 0};
        geometry.rect.width = std::max(geometry.rect.width, kIcon);
        geometry.text.lines =
            metrics.wrapped(note.text, TextStyle::NoteText, geometry.rect.width - 2 * kInset, kNoteLines);
        geometry.text.rect = {geometry.rect.x + kInset, geometry.rect.y + kInset, 0, 0};
        for (const std::string& line : geometry.text.lines) {
            const Size size = metrics.sizeOf(line, TextStyle::NoteText);
            geometry.text.rect.width = std::max(geometry.text.rect.width, size.width);
            geometry.text.rect.height += size.height;
        }
        geometry.rect.height = std::max(geometry.rect.height, geometry.text.rect.height + 2 * kInset);
        if (!isPlaced) y = geometry.rect.bottom() + kGap;
        notes.push_back(std::move(geometry));
    }
    return notes;
}

}  // namespace lintel::model::layout
