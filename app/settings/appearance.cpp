#include "app/settings/appearance.h"

#include "app/settings/outlined_style.h"
#include "rendering/icons/icon_set.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QPixmapCache>
#include <QTranslator>

namespace lintel::app::settings {

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x2a, 0x2e, 0x36), QColor(0x22, 0x26, 0x2d));
    const QColor text(0xe6, 0xe9, 0xee);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x8a, 0x93, 0xa1));
    palette.setColor(QPalette::Base, QColor(0x1a, 0x1d, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x24, 0x2b));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2a, 0x2e, 0x36));
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xff));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x6d, 0x75, 0x82));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xf3, 0xf4, 0xf6), QColor(0xf7, 0xf8, 0xfa));
    const QColor text(0x1f, 0x29, 0x37);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf7, 0xf8, 0xfa));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6f, 0x78, 0x86));
    palette.setColor(QPalette::Link, QColor(0x1d, 0x4e, 0xd8));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0xa4, 0xab, 0xb6));
    return palette;
}

}  // namespace

void applyWidgetTheme(QApplication& application, bool dark)
{
    application.setStyle(new OutlinedStyle(dark));
    QPalette palette = dark ? darkPalette() : lightPalette();
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x6f, 0xeb));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    application.setPalette(palette);
}

void applyWidgetLanguage(QApplication& application, model::text::Language language)
{
    // Ours are messages; these are Qt's own texts, such as those of the menu of a text field.
    static QTranslator translator;
    application.removeTranslator(&translator);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (language == model::text::Language::Korean && translator.load("qtbase_ko", folder))
        application.installTranslator(&translator);
}

QIcon symbolIcon(const QString& name, bool dark)
{
    return symbolIcon(name, dark ? QColor(0xd5, 0xda, 0xe2) : QColor(0x37, 0x41, 0x51));
}

QIcon symbolIcon(const QString& name, const QColor& colour)
{
    // What cannot be pressed is told apart in both themes; the style's own grey shows too little on a dark bar.
    constexpr qreal kDisabledOpacity = 0.35;
    const rendering::IconSet icons;
    QIcon icon;
    for (const int size : {16, 20, 32, 40}) {
        QPixmap pixmap = QPixmap::fromImage(icons.image("ui/" + name.toStdString(), size));
        QPainter painter(&pixmap);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colour);
        painter.end();
        icon.addPixmap(pixmap);
        // The colour says something: it stays when the row is selected.
        icon.addPixmap(pixmap, QIcon::Selected);
        QPixmap faded(pixmap.size());
        faded.setDevicePixelRatio(pixmap.devicePixelRatio());
        faded.fill(Qt::transparent);
        QPainter fading(&faded);
        fading.setOpacity(kDisabledOpacity);
        fading.drawPixmap(0, 0, pixmap);
        fading.end();
        icon.addPixmap(faded, QIcon::Disabled);
    }
    return icon;
}

QIcon kindIcon(const std::string& kind)
{
    const rendering::IconSet icons;
    QIcon icon;
    // A list shows dozens of them anew at every key that is typed into its search.
    for (const int size : {20, 24, 40, 48}) {
        const QString key = QStringLiteral("kind-icon %1 %2 %3")
                                .arg(QString::fromStdString(kind))
                                .arg(rendering::IconSet::packNumber())
                                .arg(size);
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = QPixmap::fromImage(icons.image(kind, size));
            QPixmapCache::insert(key, pixmap);
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

}  // namespace lintel::app::settings
