#include "app/start_page/template_cards.h"

#include "app/qt_text.h"
#include "app/start_page/card_delegate.h"
#include "app/start_page/design_picture.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"

#include <QTimer>

namespace lintel::app {

using namespace model;

namespace {

QPixmap pictureOf(const embedded::Template& design, const catalogue::Catalogue& catalogue, bool dark)
{
    const auto source = io::read(design.text, design.name, catalogue);
    if (!source) return {};
    return QPixmap::fromImage(designPicture(source->document, catalogue, dark, CardDelegate::kPicture));
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
        item(i)->setData(Qt::DecorationRole,
                         pictureOf(embedded::templates()[static_cast<std::size_t>(i)], m_catalogue, m_isDark));
        QTimer::singleShot(0, this, &TemplateCards::paintNextPicture);
        return;
    }
}

}  // namespace lintel::app
