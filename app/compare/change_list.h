#pragma once

#include "app/compare/comparison.h"
#include "app/settings/words.h"

#include <QTreeWidget>

namespace lintel::app::compare {

/// What changed, in the order in which a reviewer should read it: what the internet reaches, findings, cost, then
/// every element with its fields.
class ChangeList : public QTreeWidget {
    Q_OBJECT

public:
    explicit ChangeList(const settings::Words& words, QWidget* parent = nullptr);

    void show(const Comparison& comparison);
    /// To the next or previous change that can be seen on the canvas; round at the ends.
    void step(int by);

Q_SIGNALS:
    /// Element ids; empty when what was chosen is nowhere on the canvas.
    void chosen(const std::set<std::string>& ids);

private:
    QTreeWidgetItem* addGroup(const QString& title);
    void addEntry(QTreeWidgetItem* group, const QString& text, const std::vector<std::string>& ids);
    void addExposure(const char* titleId, const std::vector<model::review::ExposureChange>& changes,
                     const model::Document& document);
    void addFindings(const char* titleId, const std::vector<model::lint::Finding>& findings);
    void addCost(const model::review::CostChange& cost);
    void addElements(const Comparison& comparison, model::review::ChangeType type, const char* titleId);
    QString titleOf(const Comparison& comparison, const model::review::ElementChange& change) const;
    void tellChosen(QTreeWidgetItem* item);

    const settings::Words& m_words;
};

}  // namespace lintel::app::compare
