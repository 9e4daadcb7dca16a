#pragma once

#include "model/catalogue/catalogue.h"
#include "model/text/messages.h"
#include "rendering/canvas/tools/kind_mime.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace lintel::app::palette {

/// All kinds by category, searchable in Korean, English and by abbreviation. Entries are dragged onto the
/// canvas; Enter or a double click puts one into the selected container.
class PalettePanel : public QWidget {
    Q_OBJECT

public:
    PalettePanel(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages, QWidget* parent = nullptr);

    void setLanguage(model::text::Language language);
    void focusSearch();

Q_SIGNALS:
    void chosen(const rendering::canvas::DraggedKind& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void filter(const QString& wish);
    void choose(const QTreeWidgetItem* item);

    const model::catalogue::Catalogue& m_catalogue;
    const model::text::Messages& m_messages;
    model::text::Language m_language = model::text::Language::English;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
};

}  // namespace lintel::app::palette
