#include "rendering/canvas/tiles/tile_cache.h"

#include "rendering/display_list/damage.h"

#include <QPainter>
#include <QThread>

#include <algorithm>
#include <cmath>
#include <thread>

namespace lintel::rendering::canvas {

namespace {

constexpr int kAhead = 1;  // tiles around what is seen
constexpr int kKept = 2;
constexpr int kMostWorkers = 6;
constexpr qreal kReach = 7;  // pixels around what has changed: antialiasing, the smallest marks
constexpr int kForever = -1;

int tileOf(int pixel) { return static_cast<int>(std::floor(static_cast<double>(pixel) / kTileSide)); }

struct TileSpan {
    int left, top, right, bottom;  ///< tiles, inclusive

    TileSpan grownBy(int tiles) const { return {left - tiles, top - tiles, right + tiles, bottom + tiles}; }
    bool contains(int row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
};

TileSpan spanOf(const QRect& area)
{
    return {tileOf(area.left()), tileOf(area.top()), tileOf(area.right()), tileOf(area.bottom())};
}

}  // namespace

TileCache::TileCache()
{
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount() - 1, 1, kMostWorkers));
    m_pool.setExpiryTimeout(kForever);  // each thread keeps its fonts
}

TileCache::~TileCache()
{
    stopAhead();
    if (m_late) m_late->isStopped = true;
    m_pool.waitForDone();
}

void TileCache::setPatience(std::chrono::milliseconds patience, std::function<void()> whenPainted)
{
    m_patience = patience;
    m_whenPainted = std::move(whenPainted);
}

void TileCache::stopAhead()
{
    if (m_ahead) m_ahead->isStopped = true;
}

void TileCache::setContent(TileContent content)
{
    stopAhead();
    // What workers are still busy with was never seen: what was seen last stays.
    if (m_late) m_late->isStopped = true;
    if (m_patience && m_content && !m_shown) keepShown();
    if (m_content && m_content->isSameBut(content))
        applyDamage(content);
    else
        m_tiles.clear();
    m_content = std::make_shared<const TileContent>(std::move(content));
}

void TileCache::keepShown()
{
    m_shown = Shown{m_content, {}};
    for (auto& [index, tile] : m_tiles) {
        if (tile.job && tile.job->isDone()) collect(tile);
        if (tile.isCurrent()) m_shown->images.emplace(index, tile.image);
    }
    if (m_shown->images.empty()) m_shown.reset();
}

void TileCache::applyDamage(const TileContent& next)
{
    if (next.picture == m_content->picture) return;
    const Damage damage = damageBetween(*m_content->picture, *next.picture);
    if (damage.isEverything) return m_tiles.clear();
    for (auto& [index, tile] : m_tiles) recall(tile);
    std::erase_if(m_tiles, [](const auto& entry) { return entry.second.image.isNull(); });
    const qreal scale = next.scale * next.ratio;
    for (const QRectF& area : damage.areas) addDamage({area.topLeft() * scale, area.size() * scale});
    if (*m_content->titles == *next.titles) return;
    for (const FarTitles* titles : {m_content->titles.get(), next.titles.get()})
        for (const FarTitle& title : *titles)
            addDamage({title.rect.topLeft() * next.ratio, title.rect.size() * next.ratio});
}

void TileCache::addDamage(const QRectF& pixels)
{
    const QRect damaged = pixels.adjusted(-kReach, -kReach, kReach, kReach).toAlignedRect();
    const TileSpan span = spanOf(damaged);
    for (auto& [index, tile] : m_tiles) {
        if (!span.contains(index.first, index.second)) continue;
        const QRect inTile = damaged.translated(-index.second * kTileSide, -index.first * kTileSide);
        tile.damage = tile.damage.united(inTile.intersected(QRect(0, 0, kTileSide, kTileSide)));
    }
}

/// Takes back what a worker has not begun with, and what it is done with; the rest is lost.
void TileCache::recall(Tile& tile)
{
    if (!tile.job) return;
    if (tile.job->take())
        tile.image = tile.job->takeImage();
    else if (tile.job->isDone())
        return collect(tile);
    tile.job.reset();
}

void TileCache::collect(Tile& tile)
{
    tile.image = tile.job->takeImage();
    tile.damage = {};
    tile.job.reset();
    ++m_painted;
}

std::shared_ptr<TileJob> TileCache::jobFor(Index index, Tile& tile)
{
    return std::make_shared<TileJob>(std::exchange(tile.image, QImage()), QPoint(index.second, index.first),
                                     tile.damage, m_content);
}

void TileCache::startRunners(const std::shared_ptr<Round>& round, int threads)
{
    for (int i = 0; i < threads; ++i) {
        m_pool.start([round, whenPainted = m_whenPainted] {
            for (const auto& job : round->jobs) {
                if (round->isStopped) return;
                if (job->take()) job->run();
            }
            if (round->isAwaited && round->isDone() && whenPainted) whenPainted();
        });
    }
}

/// False when workers are not done by the deadline.
bool TileCache::paintMissing(const Span& wanted, Deadline deadline)
{
    const auto isOver = [deadline] { return deadline && std::chrono::steady_clock::now() >= *deadline; };
    const auto round = std::make_shared<Round>();
    std::vector<Tile*> waiting;
    for (const Index& index : wanted) {
        Tile& tile = m_tiles[index];
        if (tile.job && tile.job->isDone()) collect(tile);
        if (tile.isCurrent()) continue;
        if (!tile.job) tile.job = jobFor(index, tile);
        round->jobs.push_back(tile.job);
        waiting.push_back(&tile);
    }
    // What a worker paints ahead can wait, what is to be seen cannot. One tile is not worth waking anybody.
    const int helpers = std::min(static_cast<int>(round->jobs.size()) - 1, m_pool.maxThreadCount());
    if (helpers > 0) startRunners(round, helpers);
    for (const auto& job : round->jobs) {
        if (isOver() && helpers > 0) break;
        if (job->take()) job->run();
    }
    while (deadline && !isOver() && !round->isDone()) std::this_thread::sleep_for(std::chrono::microseconds(100));
    if (deadline && !round->isDone()) {
        // Whoever is done from here on sees that it is awaited, whoever was done before is seen here.
        round->isAwaited = true;
        m_late = round;
        if (!round->isDone()) return false;
    }
    for (Tile* tile : waiting) {
        tile->job->wait();
        collect(*tile);
    }
    return true;
}

void TileCache::draw(QPainter& painter, const QRect& area, QPointF at, bool isAwaited)
{
    if (area.isEmpty() || !m_content) return;
    stopAhead();
    const TileSpan span = spanOf(area);
    Span wanted;
    for (int row = span.top; row <= span.bottom; ++row)
        for (int column = span.left; column <= span.right; ++column) wanted.emplace_back(row, column);
    // A first picture has nothing that could stand in for it.
    const bool hasPatience = m_patience && !isAwaited && (m_shown || !m_tiles.empty());
    m_isLate = !paintMissing(
        wanted, hasPatience ? Deadline(std::chrono::steady_clock::now() + *m_patience) : Deadline(std::nullopt));
    if (!m_isLate) {
        m_late.reset();
        m_shown.reset();
    }
    // In device pixels: a plain copy on every screen.
    const qreal ratio = m_content->ratio;
    painter.save();
    painter.setWorldTransform(QTransform(1 / ratio, 0, 0, 1 / ratio, at.x(), at.y()));
    if (m_shown)
        drawShown(painter, area);
    else
        drawTiles(painter, wanted, area);
    painter.restore();
}

void TileCache::drawTiles(QPainter& painter, const Span& wanted, const QRect& area)
{
    for (const Index& index : wanted) {
        const QRect place(index.second * kTileSide, index.first * kTileSide, kTileSide, kTileSide);
        const QRect shown = place.intersected(area);
        const QRectF target(shown.topLeft() - area.topLeft(), QSizeF(shown.size()));
        const Tile& tile = m_tiles[index];
        if (tile.isCurrent())
            painter.drawImage(target, tile.image, QRectF(shown.translated(-place.topLeft())));
        else
            painter.fillRect(target, QColor::fromRgb(m_content->ground));
    }
}

void TileCache::drawShown(QPainter& painter, const QRect& area)
{
    painter.fillRect(QRect(QPoint(), area.size()), QColor::fromRgb(m_content->ground));
    const qreal factor = m_content->scale * m_content->ratio / (m_shown->content->scale * m_shown->content->ratio);
    for (const auto& [index, image] : m_shown->images) {
        const QPointF corner = QPointF(index.second, index.first) * (kTileSide * factor);
        const QRectF place(corner - QPointF(area.topLeft()), QSizeF(kTileSide, kTileSide) * factor);
        if (place.intersects(QRectF(QPointF(), QSizeF(area.size()))))
            painter.drawImage(place, image, QRectF(0, 0, kTileSide, kTileSide));
    }
}

void TileCache::paintAhead(const QRect& area)
{
    if (area.isEmpty() || !m_content || m_isLate) return;
    stopAhead();
    const TileSpan seen = spanOf(area);
    const TileSpan kept = seen.grownBy(kKept);
    std::erase_if(m_tiles, [&](const auto& entry) { return !kept.contains(entry.first.first, entry.first.second); });
    const TileSpan ahead = seen.grownBy(kAhead);
    const auto round = std::make_shared<Round>();
    for (int row = ahead.top; row <= ahead.bottom; ++row) {
        for (int column = ahead.left; column <= ahead.right; ++column) {
            if (seen.contains(row, column)) continue;
            Tile& tile = m_tiles[{row, column}];
            if (tile.isCurrent() || (tile.job && tile.job->isDone())) continue;
            if (!tile.job) tile.job = jobFor({row, column}, tile);
            round->jobs.push_back(tile.job);
        }
    }
    if (round->jobs.empty()) return;
    m_ahead = round;
    startRunners(round, 1);
}

}  // namespace lintel::rendering::canvas
