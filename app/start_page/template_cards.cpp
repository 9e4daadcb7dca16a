#include "app/start_page/template_cards.h"

#include "app/qt_text.h"
#include "app/start_page/card_delegate.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "rendering/canvas/viewport.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/picture.h"

#include <QPainter>
#include <QTimer>

namespace lintel::app {

using namespace model;

namespace {

// Painted larger than shown: thin lines of a large drawing stay lines.
constexpr int kOversampling = 3;

QPixmap pictureOf(const embedded::Template& design, const catalogue::Catalogue& catalogue,
                  const rendering::Theme& theme)
{
    const QSize size = CardDelegate::kPicture * kOversampling;
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(theme.background);
    const auto source = io::read(design.text, design.name, catalogue);
    if (source) {
        const rendering::DisplayList picture = rendering::pictureOf(source->document, catalogue, theme);
        const auto viewport = rendering::canvas::Viewport::fitting(picture.bounds(), size, kOversampling);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setTransform(viewport.transform());
        rendering::paint(painter, picture, viewport.toScene(QRectF(QPointF(), size)), rendering::IconSet(),
                         {.isThumbnail = true});
    }
    constexpr int kSharpness = 2;  // for screens of twice the density
    QPixmap pixmap = QPixmap::fromImage(
        image.scaled(CardDelegate::kPicture * kSharpness, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(kSharpness);
    return pixmap;
}

}  // namespace

TemplateCards::TemplateCards(const catalogue::Catalogue& catalogue, const settings::Words& words, QWidget* parent)
    : QListWidget(parent), m_catalogue(catalogue), m_words(words)
{
    setObjectName("templates");
    setViewMode(QListView::IconMode);
    setItemDelegate(new CardDelegate(this));
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setSpacing(8);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    for (const embedded::Template& design : embedded::templates()) {
        auto* item = new QListWidgetItem(this);
        item->setData(CardDelegate::kNameRole, toQString(design.name));
    }
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT templateChosen(fromQString(item->data(CardDelegate::kNameRole).toString()));
    };
    connect(this, &QListWidget::itemClicked, this, choose);
    connect(this, &QListWidget::itemActivated, this, choose);
    retranslate();
}

void TemplateCards::retranslate()
{
    setAccessibleName(m_words("start.templates"));
    const auto& designs = embedded::templates();
    for (int i = 0; i < count(); ++i) {
        const embedded::Template& design = designs[static_cast<std::size_t>(i)];
        item(i)->setText(m_words.of(design.title));
        item(i)->setData(CardDelegate::kSummaryRole, m_words.of(design.summary));
        item(i)->setData(Qt::AccessibleDescriptionRole, m_words.of(design.summary));
        item(i)->setToolTip(m_words.of(design.summary));
    }
}

void TemplateCards::setDark(bool dark)
{
    m_isDark = dark;
    for (int i = 0; i < count(); ++i) item(i)->setData(Qt::DecorationRole, {});
    if (isVisible()) paintNextPicture();
}

void TemplateCards::showEvent(QShowEvent* event)
{
    QListWidget::showEvent(event);
    QTimer::singleShot(0, this, &TemplateCards::paintNextPicture);
}

void TemplateCards::paintNextPicture()
{
    if (!isVisible()) return;
    for (int i = 0; i < count(); ++i) {
        if (!item(i)->data(Qt::DecorationRole).isNull()) continue;
        const rendering::Theme theme = m_isDark ? rendering::Theme::dark() : rendering::Theme::light();
        item(i)->setData(Qt::DecorationRole,
                         pictureOf(embedded::templates()[static_cast<std::size_t>(i)], m_catalogue, theme));
        QTimer::singleShot(0, this, &TemplateCards::paintNextPicture);
        return;
    }
}

}  // namespace lintel::app
