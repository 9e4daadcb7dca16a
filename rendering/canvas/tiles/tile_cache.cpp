#include "rendering/canvas/tiles/tile_cache.h"

#include "rendering/display_list/damage.h"

#include <QPainter>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace lintel::rendering::canvas {

namespace {

constexpr int kAhead = 1;  // tiles around what is seen
constexpr int kKept = 2;
constexpr int kMostWorkers = 6;
constexpr qreal kReach = 7;  // pixels around what has changed: antialiasing, the smallest marks
constexpr int kForever = -1;

int tileOf(int pixel) { return static_cast<int>(std::floor(static_cast<double>(pixel) / kTileSide)); }

struct Span {
    int left, top, right, bottom;  ///< tiles, inclusive

    Span grownBy(int tiles) const { return {left - tiles, top - tiles, right + tiles, bottom + tiles}; }
    bool contains(int row, int column) const
    {
        return row >= top && row <= bottom && column >= left && column <= right;
    }
};

Span spanOf(const QRect& area)
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
    if (m_isAheadStopped) *m_isAheadStopped = true;
    m_pool.waitForDone();
}

void TileCache::setContent(TileContent content)
{
    if (m_isAheadStopped) *m_isAheadStopped = true;
    if (m_content && m_content->isSameBut(content))
        applyDamage(content);
    else
        m_tiles.clear();
    m_content = std::make_shared<const TileContent>(std::move(content));
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
    const Span span = spanOf(damaged);
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

void TileCache::startRunners(const std::shared_ptr<Jobs>& jobs, int threads,
                             const std::shared_ptr<std::atomic<bool>>& isStopped)
{
    for (int i = 0; i < threads; ++i) {
        m_pool.start([jobs, isStopped] {
            for (const auto& job : *jobs) {
                if (*isStopped) return;
                if (job->take()) job->run();
            }
        });
    }
}

void TileCache::paintMissing(const std::vector<Index>& wanted)
{
    const auto jobs = std::make_shared<Jobs>();
    std::vector<Tile*> waiting;
    for (const Index& index : wanted) {
        Tile& tile = m_tiles[index];
        if (tile.job && tile.job->isDone()) collect(tile);
        if (tile.isCurrent()) continue;
        if (!tile.job) tile.job = jobFor(index, tile);
        jobs->push_back(tile.job);
        waiting.push_back(&tile);
    }
    // What a worker paints ahead can wait, what is to be seen cannot. One tile is not worth waking anybody.
    const int helpers = std::min(static_cast<int>(jobs->size()) - 1, m_pool.maxThreadCount());
    if (helpers > 0) startRunners(jobs, helpers, std::make_shared<std::atomic<bool>>(false));
    for (const auto& job : *jobs)
        if (job->take()) job->run();
    for (Tile* tile : waiting) {
        tile->job->wait();
        collect(*tile);
    }
}

void TileCache::draw(QPainter& painter, const QRect& area, QPointF at)
{
    if (area.isEmpty() || !m_content) return;
    if (m_isAheadStopped) *m_isAheadStopped = true;
    const Span span = spanOf(area);
    std::vector<Index> wanted;
    for (int row = span.top; row <= span.bottom; ++row)
        for (int column = span.left; column <= span.right; ++column) wanted.emplace_back(row, column);
    paintMissing(wanted);
    // In device pixels: a plain copy on every screen.
    const qreal ratio = m_content->ratio;
    painter.save();
    painter.setWorldTransform(QTransform::fromScale(1 / ratio, 1 / ratio));
    for (const Index& index : wanted) {
        const QRect place(index.second * kTileSide, index.first * kTileSide, kTileSide, kTileSide);
        const QRect shown = place.intersected(area);
        const QPointF target = at * ratio + QPointF(shown.topLeft() - area.topLeft());
        painter.drawImage(QRectF(target, QSizeF(shown.size())), m_tiles[index].image,
                          QRectF(shown.translated(-place.topLeft())));
    }
    painter.restore();
}

void TileCache::paintAhead(const QRect& area)
{
    if (area.isEmpty() || !m_content) return;
    if (m_isAheadStopped) *m_isAheadStopped = true;
    const Span seen = spanOf(area);
    const Span kept = seen.grownBy(kKept);
    std::erase_if(m_tiles, [&](const auto& entry) { return !kept.contains(entry.first.first, entry.first.second); });
    const Span ahead = seen.grownBy(kAhead);
    const auto jobs = std::make_shared<Jobs>();
    for (int row = ahead.top; row <= ahead.bottom; ++row) {
        for (int column = ahead.left; column <= ahead.right; ++column) {
            if (seen.contains(row, column)) continue;
            Tile& tile = m_tiles[{row, column}];
            if (tile.isCurrent() || (tile.job && tile.job->isDone())) continue;
            if (!tile.job) tile.job = jobFor({row, column}, tile);
            jobs->push_back(tile.job);
        }
    }
    if (jobs->empty()) return;
    m_isAheadStopped = std::make_shared<std::atomic<bool>>(false);
    startRunners(jobs, 1, m_isAheadStopped);
}

}  // namespace lintel::rendering::canvas
