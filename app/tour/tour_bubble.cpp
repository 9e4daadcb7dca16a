#include "app/tour/tour_bubble.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace lintel::app {

namespace {

constexpr int kWidth = 340;
constexpr int kGap = 14;
constexpr int kRadius = 10;
constexpr int kRingWidth = 3;

/// Beside the target where there is room: right, left, below, above; else in its middle.
QPoint placeBeside(const QRect& target, const QSize& size, const QRect& room)
{
    const int middle = std::clamp(target.center().y() - size.height() / 2, room.top() + kGap,
                                  std::max(room.top() + kGap, room.bottom() - size.height() - kGap));
    const int centre = std::clamp(target.center().x() - size.width() / 2, room.left() + kGap,
                                  std::max(room.left() + kGap, room.right() - size.width() - kGap));
    if (target.right() + kGap + size.width() < room.right()) return {target.right() + kGap, middle};
    if (target.left() - kGap - size.width() > room.left()) return {target.left() - kGap - size.width(), middle};
    if (target.bottom() + kGap + size.height() < room.bottom()) return {centre, target.bottom() + kGap};
    if (target.top() - kGap - size.height() > room.top()) return {centre, target.top() - kGap - size.height()};
    return {centre, middle};
}

}  // namespace

/// The ring around the target; lets everything through.
class TourBubble::Ring : public QWidget {
public:
    explicit Ring(QWidget& window) : QWidget(&window)
    {
        setObjectName("tourRing");
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), kRingWidth));
        const qreal half = kRingWidth / 2.0;
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), kRadius, kRadius);
    }
};

TourBubble::TourBubble(QWidget& window)
    : QFrame(&window),
      m_ring(new Ring(window)),
      m_title(new QLabel),
      m_text(new QLabel),
      m_count(new QLabel),
      m_back(new QPushButton),
      m_next(new QPushButton),
      m_leave(new QPushButton)
{
    setObjectName("tourBubble");
    setFocusPolicy(Qt::StrongFocus);
    QFont bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_text->setObjectName("tourText");
    for (QLabel* label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_back->setObjectName("tourBack");
    m_next->setObjectName("tourNext");
    m_next->setDefault(true);
    m_leave->setObjectName("tourLeave");
    m_leave->setFlat(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_count);
    buttons->addStretch();
    for (QPushButton* button : {m_leave, m_back, m_next}) buttons->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &TourBubble::backClicked);
    connect(m_next, &QPushButton::clicked, this, &TourBubble::nextClicked);
    connect(m_leave, &QPushButton::clicked, this, &TourBubble::left);
    hide();
}

TourBubble::~TourBubble() = default;

void TourBubble::show(const Texts& texts, const QRect& target, bool hasBack)
{
    m_title->setText(texts.title);
    m_text->setText(texts.text);
    m_count->setText(texts.count);
    m_back->setText(texts.back);
    m_back->setVisible(hasBack);
    m_next->setText(texts.next);
    m_leave->setText(texts.leave);
    setAccessibleName(texts.title);
    setAccessibleDescription(texts.text);
    // Words wrap: the height follows from the width.
    setFixedWidth(kWidth);
    layout()->activate();
    resize(kWidth, layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(kWidth) : sizeHint().height());
    moveTo(target);
    m_ring->show();
    m_ring->raise();
    QFrame::show();
    raise();
}

void TourBubble::moveTo(const QRect& target)
{
    m_ring->setGeometry(target.intersected(parentWidget()->rect()));
    move(placeBeside(target, size(), parentWidget()->rect()));
}

void TourBubble::leave()
{
    hide();
    m_ring->hide();
}

void TourBubble::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QFrame::keyPressEvent(event);
}

void TourBubble::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 1.5));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
}

}  // namespace lintel::app
