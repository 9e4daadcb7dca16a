#pragma once

#include <QStyledItemDelegate>

namespace lintel::app {

/// Paints one card: a picture above a name and a sentence.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr QSize kPicture{224, 142};
    static constexpr int kNameRole = Qt::UserRole;
    static constexpr int kSummaryRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Room for the sentence, in pixels.
    static int summaryHeight(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace lintel::app
