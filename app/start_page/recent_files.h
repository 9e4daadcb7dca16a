#pragma once

#include "model/catalogue/catalogue.h"

#include <QListWidget>
#include <QThreadPool>

namespace lintel::app {

/// The files of late, each with a small picture of its design. Files are read and painted on a worker: a slow disk or a
/// huge design keeps nobody waiting.
class RecentFiles : public QListWidget {
    Q_OBJECT

public:
    explicit RecentFiles(const model::catalogue::Catalogue& catalogue, QWidget* parent = nullptr);
    ~RecentFiles() override;

    void setFiles(const QStringList& paths);
    void setDark(bool dark);

Q_SIGNALS:
    void fileChosen(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void paintPictures();
    void take(const QString& path, bool dark, const QImage& picture);

    const model::catalogue::Catalogue& m_catalogue;
    QThreadPool m_pool;
    bool m_isDark = false;
};

}  // namespace lintel::app
