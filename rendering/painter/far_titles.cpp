#include "rendering/painter/far_titles.h"

#include "rendering/painter/level_of_detail.h"
#include "rendering/typography/typography.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace lintel::rendering {

namespace {

using model::layout::TextStyle;

constexpr int kPixels = 10;       // of the letters
constexpr qreal kNarrowest = 36;  // pixels of a container that gets a title
constexpr qreal kPadding = 3;
constexpr int kPlateAlpha = 200;

QFont titleFont()
{
    QFont font = fontOf(TextStyle::ContainerName);
    font.setPixelSize(kPixels);
    return font;
}

/// The container an element draws, and the text that is its title.
struct Candidate {
    const Box* box = nullptr;
    const TextLine* title = nullptr;
};

std::vector<Candidate> candidatesOf(const DisplayList& list)
{
    std::vector<Candidate> candidates(list.elements().size());
    for (const Item& item : list.items()) {
        if (!list.elements()[item.element].isContainer) continue;
        Candidate& candidate = candidates[item.element];
        if (item.type == PrimitiveType::Box && !list.box(item).plateOf && !candidate.box)
            candidate.box = &list.box(item);
        if (item.type == PrimitiveType::Text && !candidate.title) candidate.title = &list.text(item);
    }
    return candidates;
}

bool isFree(const QRectF& rect, const FarTitles& placed)
{
    return std::none_of(placed.begin(), placed.end(),
                        [&](const FarTitle& other) { return other.rect.intersects(rect); });
}

}  // namespace

FarTitles farTitlesOf(const DisplayList& list, qreal scale)
{
    FarTitles titles;
    if (scale >= kFarTitleScale) return titles;
    const QFontMetricsF metrics(titleFont());
    const qreal height = std::ceil(metrics.height());
    for (const Candidate& candidate : candidatesOf(list)) {
        if (!candidate.title || !candidate.box) continue;
        const QRectF box(candidate.box->rect.topLeft() * scale, candidate.box->rect.size() * scale);
        if (box.width() < kNarrowest || box.height() < height + 2 * kPadding) continue;
        const QString text = metrics.elidedText(candidate.title->text, Qt::ElideRight, box.width() - 4 * kPadding);
        const QPointF at = box.topLeft() + QPointF(kPadding, kPadding);
        const QRectF rect(std::round(at.x()), std::round(at.y()),
                          std::ceil(metrics.horizontalAdvance(text)) + 2 * kPadding, height);
        const QRgb ground = qAlpha(candidate.box->fill) == 0 ? list.background() : candidate.box->fill;
        const QRgb plate = qRgba(qRed(ground), qGreen(ground), qBlue(ground), kPlateAlpha);
        if (isFree(rect, titles)) titles.push_back({text, rect, candidate.title->colour, plate});
    }
    return titles;
}

void paintFarTitles(QPainter& painter, const FarTitles& titles, const QRectF& clip)
{
    if (titles.empty()) return;
    const QTransform scene = painter.worldTransform();
    painter.setWorldTransform(QTransform::fromTranslate(scene.dx(), scene.dy()));
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = titleFont();
    const qreal ascent = QFontMetricsF(font).ascent();
    painter.setFont(font);
    for (const FarTitle& title : titles) {
        if (!title.rect.intersects(clip)) continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor::fromRgba(title.plate));
        painter.drawRoundedRect(title.rect, 2, 2);
        painter.setPen(QColor::fromRgba(title.colour));
        painter.drawText(QPointF(title.rect.left() + kPadding, title.rect.top() + ascent), title.text);
    }
    painter.setWorldTransform(scene);
}

}  // namespace lintel::rendering
