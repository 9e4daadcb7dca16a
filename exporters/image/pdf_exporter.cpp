#include "exporters/image/pdf_exporter.h"

#include "exporters/image/poster_grid.h"
#include "rendering/painter/painter.h"
#include "rendering/typography/typography.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace lintel::exporters::image {

namespace {

constexpr double kPointsPerUnit = 0.75;  // 96 diagram units to the inch
constexpr double kLargestOnPage = 1.5;   // times that: a design of two blocks does not fill the page
constexpr double kSmallestScale = 0.05;
constexpr double kLargestScale = 16;
constexpr int kMostPages = 100;
constexpr int kResolution = 1200;  // dots to the inch: only where the device rounds
constexpr double kMark = 14;       // points of a cutting mark
constexpr QRgb kMarkColour = qRgb(120, 120, 120);

QPageSize sizeOf(Paper paper)
{
    switch (paper) {
        case Paper::A0: return QPageSize(QPageSize::A0);
        case Paper::A1: return QPageSize(QPageSize::A1);
        case Paper::A2: return QPageSize(QPageSize::A2);
        case Paper::A3: return QPageSize(QPageSize::A3);
        case Paper::A4: return QPageSize(QPageSize::A4);
        case Paper::A5: return QPageSize(QPageSize::A5);
        case Paper::Letter: return QPageSize(QPageSize::Letter);
        case Paper::Tabloid: return QPageSize(QPageSize::Tabloid);
    }
    return QPageSize(QPageSize::A4);
}

/// Sets every digit of the dates that Qt writes to a fixed one. Only digits: offsets within the file stay true.
void forgetDates(QByteArray& bytes)
{
    for (const QByteArray& key : {QByteArrayLiteral("/CreationDate (D:"), QByteArrayLiteral("/ModDate (D:")}) {
        for (qsizetype at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
            static constexpr std::string_view kDate = "20000101000000";
            qsizetype digit = 0;
            for (qsizetype i = at + key.size(); i < bytes.size() && bytes[i] != ')'; ++i) {
                if (bytes[i] == '-') bytes[i] = '+';
                if (bytes[i] < '0' || bytes[i] > '9') continue;
                bytes[i] = digit < static_cast<qsizetype>(kDate.size()) ? kDate[static_cast<std::size_t>(digit)] : '0';
                ++digit;
            }
        }
    }
}

class PdfPages {
public:
    PdfPages(const rendering::DisplayList& picture, const ImageOptions& options, const PosterGrid& grid, double scale)
        : m_picture(picture), m_options(options), m_grid(grid), m_scale(scale), m_area(pictureArea(picture))
    {
    }

    QByteArray write(const QPageSize& paper, bool isPoster)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        writer.setCreator(QStringLiteral("Lintel"));
        writer.setTitle(QString::fromStdString(m_options.title));
        writer.setResolution(kResolution);
        writer.setPageLayout(QPageLayout(paper, m_grid.orientation, QMarginsF()));
        QPainter painter(&writer);
        for (int page = 0; page < m_grid.pages(); ++page) {
            if (page > 0) writer.newPage();
            paintPage(painter, page / m_grid.columns, page % m_grid.columns, isPoster);
        }
        painter.end();
        forgetDates(bytes);
        return bytes;
    }

private:
    void paintPage(QPainter& painter, int row, int column, bool isPoster)
    {
        constexpr double kDots = kResolution / 72.0;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setWorldTransform(QTransform::fromScale(kDots, kDots));
        const QRectF page(QPointF(), m_grid.page);
        const bool hasGround = !m_options.transparent && m_options.theme.background != QColor(Qt::white);
        if (hasGround) painter.fillRect(isPoster ? m_grid.area() : page, m_options.theme.background);
        painter.save();
        if (isPoster) painter.setClipRect(m_grid.area());
        const QPointF at = m_grid.drawingAt(row, column);
        painter.setWorldTransform(QTransform::fromTranslate(-m_area.left(), -m_area.top()) *
                                  QTransform::fromScale(m_scale, m_scale) * QTransform::fromTranslate(at.x(), at.y()) *
                                  QTransform::fromScale(kDots, kDots));
        const QRectF seen = isPoster ? m_grid.area() : page;
        const QRectF clip((seen.topLeft() - at) / m_scale + m_area.topLeft(), seen.size() / m_scale);
        rendering::PaintOptions paper;
        paper.isOnPaper = true;
        rendering::paint(painter, m_picture, clip, rendering::IconSet(), paper);
        painter.restore();
        if (isPoster) paintMarks(painter, row, column);
        painter.restore();
    }

    /// Corners of what is left when the page is cut, and which page it is.
    void paintMarks(QPainter& painter, int row, int column)
    {
        const double half = kOverlap / 2;
        const QRectF cut =
            m_grid.area().adjusted(column > 0 ? half : 0, row > 0 ? half : 0, column + 1 < m_grid.columns ? -half : 0,
                                   row + 1 < m_grid.rows ? -half : 0);
        const QRectF area = m_grid.area();
        painter.setPen(QPen(QColor::fromRgb(kMarkColour), 0.5));
        for (const double x : {cut.left(), cut.right()}) {
            painter.drawLine(QPointF(x, area.top() - kMark), QPointF(x, area.top() - 2));
            painter.drawLine(QPointF(x, area.bottom() + 2), QPointF(x, area.bottom() + kMark));
        }
        for (const double y : {cut.top(), cut.bottom()}) {
            painter.drawLine(QPointF(area.left() - kMark, y), QPointF(area.left() - 2, y));
            painter.drawLine(QPointF(area.right() + 2, y), QPointF(area.right() + kMark, y));
        }
        QFont font = rendering::fontOf(model::layout::TextStyle::BlockDetail);
        font.setPixelSize(8);
        painter.setFont(font);
        const QString name =
            QStringLiteral("%1 / %2 · %3 / %4").arg(row + 1).arg(m_grid.rows).arg(column + 1).arg(m_grid.columns);
        painter.drawText(QPointF(area.left() + kMark, area.bottom() + kMark), name);
    }

    const rendering::DisplayList& m_picture;
    const ImageOptions& m_options;
    const PosterGrid& m_grid;
    double m_scale;  ///< points per diagram unit
    QRectF m_area;
};

/// One page that holds a drawing of `size` units, and how large it is there.
std::pair<PosterGrid, double> onePage(const QSizeF& size, const QSizeF& paper)
{
    PosterGrid grid;
    const bool isLying = size.width() > size.height();
    grid.orientation = isLying ? QPageLayout::Landscape : QPageLayout::Portrait;
    grid.page = isLying ? paper.transposed() : paper;
    const QSizeF area = grid.area().size();
    const double scale =
        std::min({area.width() / size.width(), area.height() / size.height(), kPointsPerUnit * kLargestOnPage});
    grid.origin = QPointF(area.width() - size.width() * scale, area.height() - size.height() * scale) / 2;
    return {grid, scale};
}

}  // namespace

model::Result<std::string> exportPdf(const rendering::DisplayList& picture, const ImageOptions& options,
                                     const PdfOptions& pdf)
{
    if (!(pdf.scale >= kSmallestScale && pdf.scale <= kLargestScale))
        return model::makeError("image.bad-scale", {{"scale", QString::number(pdf.scale, 'g', 3).toStdString()},
                                                    {"smallest", QString::number(kSmallestScale).toStdString()},
                                                    {"largest", QString::number(kLargestScale).toStdString()}});
    const QPageSize paper = sizeOf(pdf.paper);
    const QSizeF points = paper.size(QPageSize::Point);
    const QSizeF size = pictureArea(picture).size();
    auto [grid, scale] = onePage(size, points);
    if (pdf.isPoster) {
        scale = kPointsPerUnit * pdf.scale;
        grid = posterGridFor(size * scale, points);
    }
    if (grid.pages() > kMostPages)
        return model::makeError("image.too-many-pages",
                                {{"pages", std::to_string(grid.pages())}, {"most", std::to_string(kMostPages)}});
    const QByteArray bytes = PdfPages(picture, options, grid, scale).write(paper, pdf.isPoster);
    return std::string(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

}  // namespace lintel::exporters::image
