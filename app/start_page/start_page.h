#pragma once

#include "app/settings/words.h"
#include "model/catalogue/catalogue.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace lintel::app {

class RecentFiles;
class TemplateCards;

/// What opens first: templates as pictures, files of late, an empty design.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(const model::catalogue::Catalogue& catalogue, const settings::Words& words, QWidget* parent = nullptr);

    void setRecentFiles(const QStringList& paths);
    void retranslate();
    void setDark(bool dark);

Q_SIGNALS:
    void emptyChosen();
    void openChosen();
    void templateChosen(const std::string& name);
    void fileChosen(const QString& path);

private:
    const settings::Words& m_words;
    QLabel* m_title;
    QLabel* m_subtitle;
    QLabel* m_templatesTitle;
    QLabel* m_recentTitle;
    QLabel* m_noRecent;
    QLabel* m_dropHint;
    QPushButton* m_empty;
    QPushButton* m_open;
    TemplateCards* m_templates;
    RecentFiles* m_recent;
};

}  // namespace lintel::app
