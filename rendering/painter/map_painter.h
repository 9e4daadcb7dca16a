#pragma once

#include "rendering/display_list/display_list.h"
#include "rendering/icons/icon_set.h"

#include <QImage>
#include <QLineF>
#include <QList>
#include <QTransform>

#include <vector>

class QPainter;

namespace lintel::rendering {

/// Paints a picture far away, as a map: flat boxes with thin frames, thin lines, icons (or tiles of their colour, where
/// there are too few pixels), no text. Everything lies on whole pixels and is painted without antialiasing: thousands
/// of blocks in the time of one frame.
class MapPainter {
public:
    /// The painter's transform is the picture's; it is put back at the end.
    MapPainter(QPainter& painter, const DisplayList& list, const IconSet& icons);
    ~MapPainter();
    MapPainter(const MapPainter&) = delete;
    MapPainter& operator=(const MapPainter&) = delete;

    void paint(const Item& item);

private:
    QRect pixels(const QRectF& rect) const;
    void paint(const Box& box);
    void paint(const IconMark& icon);
    void paintImage(const IconMark& icon, const QRect& rect);
    void paint(const Polyline& line);
    void paint(const Badge& badge);
    void frame(const QRect& rect, const Stroke& stroke);
    /// Lines of one colour are handed over together.
    void flushLines();

    QPainter& m_painter;
    const DisplayList& m_list;
    const IconSet& m_icons;
    QTransform m_scene;  ///< scene to device pixels
    QTransform m_before;
    QList<QLineF> m_lines;
    QRgb m_lineColour = 0;
    std::vector<QRgb> m_colours;   ///< by number of the icon's name; 0 = not asked yet
    std::vector<QImage> m_images;  ///< by the same number; in the size that was drawn last
};

}  // namespace lintel::rendering
