#pragma once

#include "app/analysis/address_segments.h"
#include "app/settings/words.h"

#include <QWidget>

#include <functional>

namespace lintel::app::analysis {

/// One range of a VPC as a bar: subnets with what they are called and how full they are, free space between them, and
/// below it the same to scale. A click chooses, the right border of a subnet can be dragged; arrows choose, with Ctrl
/// they resize.
class AddressBar : public QWidget {
    Q_OBJECT

public:
    using NameOf = std::function<QString(const model::BlockId&)>;

    AddressBar(model::analysis::VpcPlan plan, const model::analysis::Cidr& range, const settings::Words& words,
               NameOf nameOf);

    void setDark(bool dark);
    /// Empty: none.
    void choose(const model::BlockId& subnet);
    /// In pixels; empty when the subnet is not in this bar.
    QRectF rectOf(const model::BlockId& subnet) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const model::BlockId& subnet);
    void resizeAsked(const model::BlockId& subnet, const model::analysis::Cidr& range);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Drag {
        model::BlockId subnet;
        qreal from = 0;
        std::optional<model::analysis::Cidr> range;  ///< what letting go would make
    };

    int narrowest() const;
    QFont smallFont() const;
    QRectF rectOf(std::size_t index) const;
    std::optional<std::size_t> segmentAt(QPointF point) const;
    /// The subnet whose right border is under the pointer.
    model::BlockId borderAt(QPointF point) const;
    const model::analysis::SubnetPlan* planOf(const model::BlockId& subnet) const;
    void paintSegment(QPainter& painter, std::size_t index) const;
    void paintTexts(QPainter& painter, const Segment& segment, const QRectF& rect) const;
    void paintFill(QPainter& painter, const model::analysis::SubnetPlan& plan, const QRectF& rect) const;
    void paintScale(QPainter& painter) const;
    void step(int by);
    void tellChoice(const model::BlockId& subnet);
    /// What stands on the first line: of what is free, from and to take a line each.
    QString firstText(const Segment& segment) const;
    QString useText(const model::analysis::SubnetPlan& plan) const;
    QString describe(const Segment& segment) const;
    QString rangeText(const Segment& segment) const;
    QColor colourOf(const Segment& segment) const;

    model::analysis::VpcPlan m_plan;
    model::analysis::Cidr m_range;
    const settings::Words& m_words;
    NameOf m_nameOf;
    std::vector<Segment> m_segments;
    model::BlockId m_chosen;
    std::optional<Drag> m_drag;
    bool m_isDark = false;
};

}  // namespace lintel::app::analysis
