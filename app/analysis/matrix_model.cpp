#include "app/analysis/matrix_model.h"

#include "app/analysis/panel_parts.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "rendering/scene/analysis_marks.h"

#include <QBrush>
#include <QFont>
#include <QIcon>

#include <set>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::MatrixCell;
using model::analysis::Talk;
using rendering::Mark;

namespace {

constexpr int kTint = 46;  // of 255: the text on it keeps its contrast
constexpr int kLongestPorts = 11;

int rank(Talk talk) { return talk == Talk::Blocked ? 2 : talk == Talk::Undrawn ? 1 : 0; }

}  // namespace

QColor colourOf(Talk talk, bool dark)
{
    const Mark::Tone tone = talk == Talk::Blocked   ? Mark::Tone::Broken
                            : talk == Talk::Undrawn ? Mark::Tone::Weak
                                                    : Mark::Tone::Open;
    return rendering::colourOf(tone, dark);
}

MatrixModel::MatrixModel(const session::DocumentSession& session, const settings::Words& words, QObject* parent)
    : QAbstractTableModel(parent), m_session(session), m_words(words)
{
}

void MatrixModel::show(Cells cells, std::array<bool, 3> shown, bool dark)
{
    beginResetModel();
    m_isDark = dark;
    m_cells = std::move(cells);
    m_byPair.clear();
    std::set<BlockId> senders, receivers;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const MatrixCell& cell = m_cells[i];
        if (!shown[static_cast<std::size_t>(cell.talk)]) continue;
        senders.insert(cell.from);
        receivers.insert(cell.to);
        m_byPair[{cell.from, cell.to}].push_back(i);
    }
    // The empty id of the internet comes first by itself.
    m_senders.assign(senders.begin(), senders.end());
    m_receivers.assign(receivers.begin(), receivers.end());
    endResetModel();
}

int MatrixModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_senders.size());
}
int MatrixModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_receivers.size());
}

std::vector<const MatrixCell*> MatrixModel::cellsAt(const QModelIndex& index) const
{
    if (!index.isValid()) return {};
    const auto at = m_byPair.find(
        {m_senders[static_cast<std::size_t>(index.row())], m_receivers[static_cast<std::size_t>(index.column())]});
    if (at == m_byPair.end()) return {};
    std::vector<const MatrixCell*> cells;
    for (const std::size_t i : at->second) cells.push_back(&m_cells[i]);
    return cells;
}

const MatrixCell* MatrixModel::worstAt(const QModelIndex& index) const
{
    const MatrixCell* worst = nullptr;
    for (const MatrixCell* cell : cellsAt(index))
        if (!worst || rank(cell->talk) > rank(worst->talk)) worst = cell;
    return worst;
}

QString MatrixModel::portsOf(const MatrixCell& cell, const settings::Words& words)
{
    if (cell.ports.isAll()) return words("matrix.every-port");
    return cell.ports.isEmpty() ? QStringLiteral("?") : toQString(cell.ports.text()).replace(',', ", ");
}

QString MatrixModel::explain(const MatrixCell& cell) const
{
    const char* id = cell.talk == Talk::Blocked   ? "matrix.blocked-cell"
                     : cell.talk == Talk::Undrawn ? "matrix.undrawn-cell"
                                                  : "matrix.works-cell";
    const std::string ports = fromQString(toQString(cell.protocol).toUpper() + ' ' + portsOf(cell, m_words));
    QString text = m_words(
        id,
        {{"from", fromQString(nameOfParty(cell.from))}, {"to", fromQString(nameOfParty(cell.to))}, {"ports", ports}});
    for (const auto& blocker : cell.blockers) text += ' ' + m_words.of(blocker.message);
    return text;
}

QVariant MatrixModel::data(const QModelIndex& index, int role) const
{
    const MatrixCell* worst = worstAt(index);
    if (!worst) return {};
    switch (role) {
        case Qt::DisplayRole: {
            QStringList ports;
            for (const MatrixCell* cell : cellsAt(index)) ports << portsOf(*cell, m_words);
            ports.removeDuplicates();
            const QString text = ports.join(QStringLiteral(", "));
            return text.size() > kLongestPorts ? text.left(kLongestPorts - 1) + QStringLiteral("…") : text;
        }
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole: {
            QStringList lines;
            for (const MatrixCell* cell : cellsAt(index)) lines << explain(*cell);
            return lines.join('\n');
        }
        case Qt::BackgroundRole: {
            QColor tint = colourOf(worst->talk, m_isDark);
            tint.setAlpha(kTint);
            return QBrush(tint);
        }
        case Qt::DecorationRole: return dotIcon(colourOf(worst->talk, m_isDark));
        case Qt::TextAlignmentRole: return QVariant(Qt::AlignCenter);
        default: return {};
    }
}

QString MatrixModel::nameOfParty(const BlockId& id) const
{
    return id.isEmpty() ? m_words("reach.internet") : nameOf(id.text(), m_session, m_words);
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const auto& parties = orientation == Qt::Vertical ? m_senders : m_receivers;
    if (section < 0 || section >= static_cast<int>(parties.size())) return {};
    const BlockId& id = parties[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return nameOfParty(id);
    const Block* block = m_session.document().blocks.find(id);
    if (role == Qt::DecorationRole && orientation == Qt::Vertical && block)
        return settings::kindIcon(block->kind.text());
    if (role == Qt::TextAlignmentRole && orientation == Qt::Vertical) return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags MatrixModel::flags(const QModelIndex& index) const
{
    return worstAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

}  // namespace lintel::app::analysis
