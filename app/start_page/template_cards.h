#pragma once

#include "app/settings/words.h"
#include "model/catalogue/catalogue.h"

#include <QListWidget>

namespace lintel::app {

/// The templates as cards: picture, name, one sentence. Pictures are painted one by one while nothing else happens,
/// so that the page opens at once.
class TemplateCards : public QListWidget {
    Q_OBJECT

public:
    TemplateCards(const model::catalogue::Catalogue& catalogue, const settings::Words& words,
                  QWidget* parent = nullptr);

    void retranslate();
    void setDark(bool dark);

Q_SIGNALS:
    void templateChosen(const std::string& name);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void paintNextPicture();

    const model::catalogue::Catalogue& m_catalogue;
    const settings::Words& m_words;
    bool m_isDark = false;
};

}  // namespace lintel::app
