#pragma once

#include "rendering/canvas/tiles/tile_job.h"

#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QPainter;

namespace lintel::rendering::canvas {

/// A picture cut into painted tiles at one scale, so that showing another part of it is a copy. What is shown is always
/// complete: tiles that are missing are painted first, by all threads together; a ring around them is painted ahead by
/// workers. Where that would take longer than the patience there is, what was shown before stays, at the new scale,
/// until workers are done. A change of the picture only costs what it damages. All positions are device pixels from
/// the scene's origin. Belongs to the thread that made it.
class TileCache {
public:
    TileCache();
    ~TileCache();
    TileCache(const TileCache&) = delete;
    TileCache& operator=(const TileCache&) = delete;

    /// How long draw() may take, and what is called (by a worker) when all is painted that it did not wait for.
    void setPatience(std::chrono::milliseconds patience, std::function<void()> whenPainted);

    /// From now on tiles show this. What the tiles show already is kept.
    void setContent(TileContent content);
    /// Whether setContent() was called.
    bool hasContent() const { return m_content != nullptr; }
    const TileContent& content() const { return *m_content; }

    /// Draws `area` with its top left corner at the painter's `at` (widget pixels). The painter's transform is
    /// identity. `isAwaited`: takes as long as it takes.
    void draw(QPainter& painter, const QRect& area, QPointF at, bool isAwaited = true);
    /// What was drawn last is not complete: the next draw() must be of all that is seen.
    bool isLate() const { return m_isLate; }
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
    using Tiles = std::map<Index, Tile>;
    using Span = std::vector<Index>;

    /// What was on the screen when something else was to be shown.
    struct Shown {
        std::shared_ptr<const TileContent> content;
        std::map<Index, QImage> images;
    };

    /// Jobs for whoever has the time.
    struct Round {
        std::vector<std::shared_ptr<TileJob>> jobs;
        std::atomic<bool> isStopped = false;
        std::atomic<bool> isAwaited = false;  ///< somebody wants to be told when they are done
        bool isDone() const
        {
            return std::all_of(jobs.begin(), jobs.end(), [](const auto& job) { return job->isDone(); });
        }
    };
    using Deadline = std::optional<std::chrono::steady_clock::time_point>;

    void applyDamage(const TileContent& next);
    void addDamage(const QRectF& pixels);
    void recall(Tile& tile);
    void collect(Tile& tile);
    std::shared_ptr<TileJob> jobFor(Index index, Tile& tile);
    bool paintMissing(const Span& wanted, Deadline deadline);
    void startRunners(const std::shared_ptr<Round>& round, int threads);
    void stopAhead();
    void keepShown();
    void drawTiles(QPainter& painter, const Span& wanted, const QRect& area);
    void drawShown(QPainter& painter, const QRect& area);

    Tiles m_tiles;
    std::shared_ptr<const TileContent> m_content;
    std::optional<Shown> m_shown;  ///< until what is to be shown now is painted
    bool m_isLate = false;
    std::optional<std::chrono::milliseconds> m_patience;
    std::function<void()> m_whenPainted;
    std::shared_ptr<Round> m_ahead;
    std::shared_ptr<Round> m_late;  ///< what the last draw() did not wait for
    int m_painted = 0;
    QThreadPool m_pool;  ///< last: its threads end before what they use
};

}  // namespace lintel::rendering::canvas
