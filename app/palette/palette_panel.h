#pragma once

#include "app/settings/words.h"
#include "model/catalogue/catalogue.h"
#include "rendering/canvas/tools/kind_mime.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::palette {

/// All kinds by category, searchable in Korean, English and by abbreviation. Entries are dragged onto the
/// canvas; a click hangs one on the pointer until a click on the canvas places it; Enter puts one into the selected
/// container.
class PalettePanel : public QWidget {
    Q_OBJECT

public:
    PalettePanel(const model::catalogue::Catalogue& catalogue, const settings::Words& words, QWidget* parent = nullptr);

    void retranslate();
    void focusSearch();

Q_SIGNALS:
    void chosen(const rendering::canvas::DraggedKind& kind);
    void held(const rendering::canvas::DraggedKind& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    std::vector<const model::catalogue::Kind*> kindsOf(std::string_view category) const;
    void filter(const QString& wish);
    void choose(const QTreeWidgetItem* item);

    const model::catalogue::Catalogue& m_catalogue;
    const settings::Words& m_words;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_nothing;  ///< says that nothing was found
};

}  // namespace lintel::app::palette
