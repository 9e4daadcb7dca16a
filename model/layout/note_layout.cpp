#include "model/layout/note_layout.h"

#include "model/document/thread.h"
#include "model/layout/dimensions.h"

#include <cmath>
#include <map>
#include <optional>

namespace lintel::model::layout {

namespace {

constexpr int kNoteWidth = 240;
constexpr int kNoteLines = 12;
constexpr int kPin = 24;
constexpr double kPinAlongLine = 0.2;

Point pointAlong(const std::vector<Point>& line, double part)
{
    const auto lengthOf = [&](std::size_t i) {
        return std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    };
    double left = 0;
    for (std::size_t i = 1; i < line.size(); ++i) left += part * lengthOf(i);
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double length = lengthOf(i);
        if (left <= length && length > 0) {
            const Point step = line[i] - line[i - 1];
            return line[i - 1] +
                   Point{static_cast<int>(step.x * left / length), static_cast<int>(step.y * left / length)};
        }
        left -= length;
    }
    return line.back();
}

/// Where the pin of an element sits: on the corner that neither findings nor changes mark; on a line before its label.
std::optional<Point> pinPlace(const Geometry& geometry, const std::string& subject)
{
    if (const BlockGeometry* block = geometry.find(BlockId(subject))) {
        const Rect& rect = block->isContainer ? block->rect : block->icon;
        return Point{rect.x, rect.y};
    }
    const Route* route = geometry.find(ConnectionId(subject));
    if (!route || route->points.size() < 2) return std::nullopt;
    return pointAlong(route->polyline(), kPinAlongLine);
}

NoteGeometry pinAt(const Note& note, Point centre, const TextMetrics& metrics)
{
    NoteGeometry pin;
    pin.id = note.id;
    pin.rect = {centre.x - kPin / 2, centre.y - kPin / 2, kPin, kPin};
    pin.text.lines = {note.kind == "decision" ? "!" : "?"};
    const int height = metrics.sizeOf(pin.text.lines.front(), TextStyle::NoteText).height;
    pin.text.rect = {pin.rect.x, centre.y - height / 2, kPin, height};
    return pin;
}

}  // namespace

std::vector<NoteGeometry> pinThreads(const Document& document, const Geometry& geometry, const TextMetrics& metrics)
{
    std::vector<NoteGeometry> pins;
    std::map<std::string, int> atSubject;
    for (const Note& note : document.notes) {
        if (!isThread(note) || threadOf(note).isResolved) continue;
        if (const Placement* placement = document.placements.find(placementId(note.id))) {
            pins.push_back(pinAt(note, placement->rect.center(), metrics));
            continue;
        }
        for (const std::string& subject : note.subjects) {
            auto place = pinPlace(geometry, subject);
            if (!place) continue;
            // Several side by side.
            place->x += kPin * atSubject[subject]++;
            pins.push_back(pinAt(note, *place, metrics));
            break;
        }
    }
    return pins;
}

std::vector<NoteGeometry> placeNotes(const Document& document, const TextMetrics& metrics, const Rect& drawing)
{
    std::vector<NoteGeometry> notes;
    int y = drawing.bottom() + kPadding;
    for (const Note& note : document.notes) {
        if (isThread(note)) continue;
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
