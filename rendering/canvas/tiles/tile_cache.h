#pragma once

#include "rendering/canvas/tiles/tile_job.h"

#include <QThreadPool>

#include <atomic>
#include <map>
#include <memory>
#include <utility>
#include <vector>

class QPainter;

namespace lintel::rendering::canvas {

/// A picture cut into painted tiles at one scale, so that showing another part of it is a copy. What is shown is always
/// complete: tiles that are missing are painted first, by all threads together; a ring around them is painted ahead by
/// workers. A change of the picture only costs what it damages. All positions are device pixels from the scene's
/// origin. Belongs to the thread that made it.
class TileCache {
public:
    TileCache();
    ~TileCache();
    TileCache(const TileCache&) = delete;
    TileCache& operator=(const TileCache&) = delete;

    /// From now on tiles show this. What the tiles show already is kept.
    void setContent(TileContent content);
    /// Whether setContent() was called.
    bool hasContent() const { return m_content != nullptr; }
    const TileContent& content() const { return *m_content; }

    /// Draws `area` with its top left corner at the painter's `at` (widget pixels). The painter's transform is
    /// identity.
    void draw(QPainter& painter, const QRect& area, QPointF at);
    /// Lets workers paint what surrounds `area`, and forgets what is far from it.
    void paintAhead(const QRect& area);

    /// Tiles painted, whole or in part, since the start; for tests and benchmarks.
    int paintedTiles() const { return m_painted; }

private:
    struct Tile {
        QImage image;                  ///< null = not painted yet
        QRect damage;                  ///< what of it is out of date
        std::shared_ptr<TileJob> job;  ///< of a worker; it has the image meanwhile
        bool isCurrent() const { return !job && !image.isNull() && damage.isEmpty(); }
    };
    using Index = std::pair<int, int>;  ///< row and column
    using Jobs = std::vector<std::shared_ptr<TileJob>>;

    void applyDamage(const TileContent& next);
    void addDamage(const QRectF& pixels);
    void recall(Tile& tile);
    void collect(Tile& tile);
    std::shared_ptr<TileJob> jobFor(Index index, Tile& tile);
    void paintMissing(const std::vector<Index>& wanted);
    void startRunners(const std::shared_ptr<Jobs>& jobs, int threads,
                      const std::shared_ptr<std::atomic<bool>>& isStopped);

    std::map<Index, Tile> m_tiles;
    std::shared_ptr<const TileContent> m_content;
    std::shared_ptr<std::atomic<bool>> m_isAheadStopped;
    int m_painted = 0;
    QThreadPool m_pool;  ///< last: its threads end before what they use
};

}  // namespace lintel::rendering::canvas
