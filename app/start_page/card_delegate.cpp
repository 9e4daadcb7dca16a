#include "app/start_page/card_delegate.h"

#include <QPainter>
#include <QPainterPath>

namespace lintel::app {

namespace {

constexpr int kMargin = 10;
constexpr int kRadius = 8;
constexpr int kSummaryLines = 3;

QFont titleFont(const QStyleOptionViewItem& option)
{
    QFont font = option.font;
    font.setBold(true);
    return font;
}

QColor mixed(const QColor& a, const QColor& b, qreal part)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() * (1 - part) + b.redF() * part),
                            static_cast<float>(a.greenF() * (1 - part) + b.greenF() * part),
                            static_cast<float>(a.blueF() * (1 - part) + b.blueF() * part));
}

}  // namespace

// Hangul comes from another font than the one that is set, and its lines are higher.
int CardDelegate::summaryHeight(const QFontMetrics& metrics)
{
    QStringList lines;
    while (lines.size() < kSummaryLines) lines << QStringLiteral("Ag 글");
    return metrics.boundingRect(QRect(QPoint(), kPicture), Qt::AlignLeft | Qt::AlignTop, lines.join('\n')).height() + 2;
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QPalette& palette = option.palette;
    const bool isMarked = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    const QRectF card = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
    const QColor border = isMarked ? palette.color(QPalette::Highlight)
                                   : mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.18);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setPen(QPen(border, isMarked ? 2 : 1));
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawRoundedRect(card, kRadius, kRadius);

    const QRect picture(option.rect.topLeft() + QPoint(kMargin, kMargin), kPicture);
    const auto pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
    if (!pixmap.isNull()) painter->drawPixmap(picture, pixmap);

    const QFont bold = titleFont(option);
    const QFontMetrics titleMetrics(bold);
    QRect text(picture.left(), picture.bottom() + 8, picture.width(), titleMetrics.height());
    painter->setFont(bold);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                      titleMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width()));
    text = QRect(text.left(), text.bottom() + 3, text.width(), summaryHeight(option.fontMetrics));
    painter->setFont(option.font);
    painter->setPen(mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.35));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, index.data(kSummaryRole).toString());
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int title = QFontMetrics(titleFont(option)).height();
    return {kPicture.width() + 2 * kMargin,
            kPicture.height() + 8 + title + 3 + summaryHeight(option.fontMetrics) + 2 * kMargin + 4};
}

}  // namespace lintel::app
