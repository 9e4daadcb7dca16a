#pragma once

#include "app/session/document_session.h"
#include "app/settings/words.h"
#include "model/analysis/reach_matrix.h"

#include <QAbstractTableModel>

#include <array>
#include <map>
#include <vector>

namespace lintel::app::analysis {

/// Senders by receivers. Whoever neither sends nor receives anything that is shown has no row or column.
class MatrixModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using Cells = std::vector<model::analysis::MatrixCell>;

    MatrixModel(const session::DocumentSession& session, const settings::Words& words, QObject* parent);

    /// `shown`: by Talk.
    void show(Cells cells, std::array<bool, 3> shown, bool dark);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    /// What is known of one pair; empty when they do not talk.
    std::vector<const model::analysis::MatrixCell*> cellsAt(const QModelIndex& index) const;
    /// In words, a line for each.
    QString explain(const model::analysis::MatrixCell& cell) const;
    static QString portsOf(const model::analysis::MatrixCell& cell, const settings::Words& words);

private:
    QString nameOfParty(const model::BlockId& id) const;
    const model::analysis::MatrixCell* worstAt(const QModelIndex& index) const;

    const session::DocumentSession& m_session;
    const settings::Words& m_words;
    Cells m_cells;
    std::vector<model::BlockId> m_senders;
    std::vector<model::BlockId> m_receivers;
    std::map<std::pair<model::BlockId, model::BlockId>, std::vector<std::size_t>> m_byPair;
    bool m_isDark = false;
};

/// The colour of a state, as the canvas has it.
QColor colourOf(model::analysis::Talk talk, bool dark);

}  // namespace lintel::app::analysis
