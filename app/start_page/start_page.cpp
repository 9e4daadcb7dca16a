#include "app/start_page/start_page.h"

#include "app/qt_text.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "rendering/canvas/viewport.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/typography/typography.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app {

using namespace model;

namespace {

constexpr QSize kCard(240, 160);

QPixmap pictureOf(const embedded::Template& design, const catalogue::Catalogue& catalogue, const rendering::Theme& theme)
{
    QPixmap pixmap(kCard);
    pixmap.fill(theme.background);
    const auto source = io::read(design.text, design.name, catalogue);
    if (!source) return pixmap;
    const rendering::FontTextMetrics metrics;
    const auto geometry = layout::geometryOf(source->document, catalogue, metrics);
    const auto scene = rendering::buildScene(geometry, source->document, catalogue, theme);
    const auto viewport = rendering::canvas::Viewport::fitting(scene.bounds(), kCard);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(viewport.transform());
    rendering::paint(painter, scene, viewport.toScene(QRectF(QPointF(), kCard)), rendering::IconSet());
    return pixmap;
}

}  // namespace

StartPage::StartPage(const catalogue::Catalogue& catalogue, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_title(new QLabel), m_recentTitle(new QLabel), m_empty(new QPushButton),
      m_open(new QPushButton), m_templates(new QListWidget), m_recent(new QListWidget)
{
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    large.setBold(true);
    m_title->setFont(large);
    m_templates->setObjectName("templates");
    m_templates->setViewMode(QListView::IconMode);
    m_templates->setIconSize(kCard);
    m_templates->setGridSize(kCard + QSize(24, 48));
    m_templates->setResizeMode(QListView::Adjust);
    m_templates->setMovement(QListView::Static);
    m_templates->setWordWrap(true);
    m_templates->setFrameShape(QFrame::NoFrame);
    m_recent->setMaximumWidth(320);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_empty->setObjectName("newEmpty");

    auto* side = new QVBoxLayout;
    side->addWidget(m_empty);
    side->addWidget(m_open);
    side->addSpacing(12);
    side->addWidget(m_recentTitle);
    side->addWidget(m_recent);
    auto* columns = new QHBoxLayout;
    columns->addLayout(side, 1);
    columns->addWidget(m_templates, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(32, 24, 32, 24);
    layout->addWidget(m_title);
    layout->addSpacing(12);
    layout->addLayout(columns);

    connect(m_empty, &QPushButton::clicked, this, &StartPage::emptyChosen);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openChosen);
    connect(m_templates, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
        Q_EMIT templateChosen(fromQString(item->data(Qt::UserRole).toString()));
    });
    connect(m_templates, &QListWidget::itemClicked, m_templates, &QListWidget::itemActivated);
    connect(m_recent, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { Q_EMIT fileChosen(item->toolTip()); });
}

void StartPage::show(text::Language language, bool dark, const QStringList& recentFiles)
{
    m_title->setText(tr("Start a design"));
    m_recentTitle->setText(tr("Recent files"));
    m_empty->setText(tr("New empty design"));
    m_open->setText(tr("Open a file…"));
    const rendering::Theme theme = dark ? rendering::Theme::dark() : rendering::Theme::light();
    m_templates->clear();
    for (const embedded::Template& design : embedded::templates()) {
        auto* item = new QListWidgetItem(QIcon(pictureOf(design, m_catalogue, theme)), toQString(design.title.in(codeOf(language))), m_templates);
        item->setData(Qt::UserRole, toQString(design.name));
        item->setToolTip(toQString(design.summary.in(codeOf(language))));
        item->setTextAlignment(Qt::AlignHCenter);
    }
    m_recent->clear();
    for (const QString& path : recentFiles) {
        auto* item = new QListWidgetItem(QFileInfo(path).fileName(), m_recent);
        item->setToolTip(path);
    }
}

}  // namespace lintel::app
