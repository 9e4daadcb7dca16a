#pragma once

#include "rendering/canvas/tiles/tile_cache.h"
#include "rendering/canvas/tool.h"
#include "rendering/canvas/viewport.h"
#include "rendering/display_list/display_list.h"
#include "rendering/theme/theme.h"

#include <QWidget>

#include <chrono>
#include <memory>
#include <optional>

namespace lintel::rendering::canvas {

/// Shows a display list: pan (wheel, space-drag, middle button), zoom (Ctrl+wheel, pinch), fit, 100 %.
/// Everything else the mouse and keyboard do goes to the tool. Paints through the same painter as exports, in tiles
/// that are kept: a pan copies them, a change paints what it damages.
class CanvasWidget : public QWidget {
    Q_OBJECT

public:
    explicit CanvasWidget(QWidget* parent = nullptr);
    ~CanvasWidget() override;

    void setPicture(DisplayList picture);
    void setPicture(std::shared_ptr<const DisplayList> picture);
    const DisplayList& picture() const { return *m_picture; }
    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    /// For overlays that draw blocks.
    const IconSet& icons() const { return *m_icons; }
    void setGridVisible(bool visible);
    /// How long a frame on the screen may take; what workers have not painted by then comes later, and meanwhile what
    /// was seen before stays. Without it, and wherever else the canvas is painted, every frame is complete.
    void setFrameTime(std::chrono::milliseconds time);

    /// Not owned; must outlive the canvas or be replaced. Null = a canvas to look at.
    void setTool(Tool* tool);
    Tool* tool() const { return m_tool; }

    /// What is painted, for tests and benchmarks.
    const TileCache& tiles() const { return m_tiles; }

    const Viewport& viewport() const { return m_viewport; }
    void setViewport(const Viewport& viewport);
    qreal zoom() const { return m_viewport.scale(); }
    QPointF toScene(QPointF viewPoint) const { return m_viewport.toScene(viewPoint); }
    QPointF toView(QPointF scenePoint) const { return m_viewport.toView(scenePoint); }
    QRectF toView(const QRectF& sceneRect) const { return m_viewport.toView(sceneRect); }
    QRectF visibleSceneRect() const;

    void zoomIn();
    void zoomOut();
    void zoomToActualSize();
    void zoomToFit();  ///< the whole picture
    void zoomToFit(const QRectF& sceneRect);
    /// What is seen first of a picture: all of it, or the part around `entry` where all of it could not be read.
    void zoomToOpen(QPointF entry);
    void ensureVisible(const QRectF& sceneRect);  ///< pans as little as needed

    /// Repaints what a scene rectangle covers; tools call it when their overlay changes.
    void updateScene(const QRectF& sceneRect);

Q_SIGNALS:
    void viewportChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    PointerEvent pointerEvent(const QMouseEvent& event) const;
    void beginPan(QPointF viewPoint);
    void endPan();
    /// The viewport's corner in device pixels from the scene's origin: tiles are copied to whole pixels.
    QPoint pixelOrigin() const;
    bool isOnScreen(const QPainter& painter) const;
    void refreshTiles();
    void fitPicture();

    std::shared_ptr<const DisplayList> m_picture;
    Theme m_theme;
    std::shared_ptr<const IconSet> m_icons;
    TileCache m_tiles;
    Viewport m_viewport;
    Tool* m_tool = nullptr;
    QPointF m_panFrom;
    bool m_isPanning = false;
    bool m_isSpaceDown = false;
    bool m_isGridVisible = true;
    bool m_fitsOnResize = false;     ///< asked to fit before it had a size
    std::optional<QPointF> m_entry;  ///< asked to open there
};

}  // namespace lintel::rendering::canvas
