#include "app/start_page/recent_files.h"

#include "app/qt_text.h"
#include "app/start_page/design_picture.h"
#include "model/io/reader.h"

#include <QDir>
#include <QFileInfo>
#include <QPainter>

namespace lintel::app {

namespace {

constexpr QSize kPicture{88, 56};

/// Nothing to see yet, but the place is kept: the list does not jump when pictures arrive.
QPixmap blank(const QPalette& palette)
{
    QPixmap pixmap(kPicture);
    pixmap.fill(palette.color(QPalette::AlternateBase));
    return pixmap;
}

}  // namespace

RecentFiles::RecentFiles(const model::catalogue::Catalogue& catalogue, QWidget* parent)
    : QListWidget(parent), m_catalogue(catalogue)
{
    m_pool.setMaxThreadCount(1);
    setObjectName("recentFiles");
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIconSize(kPicture);
    setSpacing(2);
    const auto open = [this](const QListWidgetItem* item) { Q_EMIT fileChosen(item->data(Qt::UserRole).toString()); };
    connect(this, &QListWidget::itemClicked, this, open);
    connect(this, &QListWidget::itemActivated, this, open);
}

RecentFiles::~RecentFiles()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void RecentFiles::setFiles(const QStringList& paths)
{
    clear();
    for (const QString& path : paths) {
        const QFileInfo file(path);
        QString folder = file.absolutePath();
        if (folder.startsWith(QDir::homePath())) folder.replace(0, QDir::homePath().size(), "~");
        auto* item = new QListWidgetItem(blank(palette()), file.fileName() + '\n' + folder, this);
        item->setData(Qt::UserRole, path);
        item->setToolTip(QDir::toNativeSeparators(path));
    }
    if (isVisible()) paintPictures();
}

void RecentFiles::setDark(bool dark)
{
    m_isDark = dark;
    if (isVisible()) paintPictures();
}

void RecentFiles::showEvent(QShowEvent* event)
{
    QListWidget::showEvent(event);
    paintPictures();
}

void RecentFiles::paintPictures()
{
    m_pool.clear();
    for (int i = 0; i < count(); ++i) {
        m_pool.start([this, path = item(i)->data(Qt::UserRole).toString(), dark = m_isDark] {
            const auto source = model::io::readFile(fromQString(path), m_catalogue);
            if (!source) return;  // opening it will say why
            const QImage picture = designPicture(source->document, m_catalogue, dark, kPicture);
            // Never delivered once this is gone: the destructor waits.
            QMetaObject::invokeMethod(
                this, [this, path, dark, picture] { take(path, dark, picture); }, Qt::QueuedConnection);
        });
    }
}

void RecentFiles::take(const QString& path, bool dark, const QImage& picture)
{
    if (dark != m_isDark) return;
    QPixmap pixmap = QPixmap::fromImage(picture);
    QPainter painter(&pixmap);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(QRect(QPoint(), kPicture).adjusted(0, 0, -1, -1));
    painter.end();
    for (int i = 0; i < count(); ++i)
        if (item(i)->data(Qt::UserRole).toString() == path) item(i)->setIcon(pixmap);
}

}  // namespace lintel::app
