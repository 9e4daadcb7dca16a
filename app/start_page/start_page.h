#pragma once

#include "model/catalogue/catalogue.h"
#include "model/embedded/embedded.h"
#include "rendering/theme/theme.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace lintel::app {

/// What opens first: templates as pictures, files of late, an empty design.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(const model::catalogue::Catalogue& catalogue, QWidget* parent = nullptr);

    void show(model::text::Language language, bool dark, const QStringList& recentFiles);

Q_SIGNALS:
    void emptyChosen();
    void openChosen();
    void templateChosen(const std::string& name);
    void fileChosen(const QString& path);

private:
    const model::catalogue::Catalogue& m_catalogue;
    QLabel* m_title;
    QLabel* m_recentTitle;
    QPushButton* m_empty;
    QPushButton* m_open;
    QListWidget* m_templates;
    QListWidget* m_recent;
};

}  // namespace lintel::app
