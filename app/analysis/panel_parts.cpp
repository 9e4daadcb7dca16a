#include "app/analysis/panel_parts.h"

#include "app/qt_text.h"
#include "app/settings/appearance.h"

#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTreeWidget>

namespace lintel::app::analysis {

using namespace model;

namespace {

constexpr int kDot = 10;
constexpr int kDotFrame = 16;
constexpr int kAroundText = 16;
constexpr int kNarrowest = 80;
constexpr int kHighest = 4000;

class FixButton : public QPushButton {
public:
    FixButton(const QIcon& icon, const QString& text, edit::ChangeSet change, canvas::CanvasController& controller)
        : QPushButton(icon, text), m_change(std::move(change)), m_controller(controller)
    {
        connect(this, &QPushButton::clicked, this, &FixButton::apply);
    }

protected:
    bool event(QEvent* event) override
    {
        const bool begins = event->type() == QEvent::Enter || event->type() == QEvent::FocusIn;
        const bool ends =
            event->type() == QEvent::Leave || event->type() == QEvent::FocusOut || event->type() == QEvent::Hide;
        if (begins) m_controller.previewFix(&m_change);
        if (ends) m_controller.previewFix(nullptr);
        return QPushButton::event(event);
    }

private:
    void apply()
    {
        m_controller.previewFix(nullptr);
        const auto applied = m_controller.session().apply(m_change);
        if (!applied) m_controller.explain(&applied.error(), m_controller.canvas().rect().center());
    }

    edit::ChangeSet m_change;
    canvas::CanvasController& m_controller;
};

/// As high as the text needs in the width that is left for it.
class WrappingDelegate : public QStyledItemDelegate {
public:
    explicit WrappingDelegate(QTreeWidget& tree) : QStyledItemDelegate(&tree), m_tree(tree) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        int left = m_tree.indentation() + m_tree.iconSize().width() + kAroundText;
        for (QModelIndex above = index.parent(); above.isValid(); above = above.parent()) left += m_tree.indentation();
        const int width = std::max(m_tree.viewport()->width() - left, kNarrowest);
        const QRect text =
            m_tree.fontMetrics().boundingRect(QRect(0, 0, width, kHighest), Qt::TextWordWrap, index.data().toString());
        return {m_tree.viewport()->width() - left, std::max(size.height(), text.height() + 6)};
    }

private:
    QTreeWidget& m_tree;
};

}  // namespace

void wrapRows(QTreeWidget& tree)
{
    tree.setWordWrap(true);
    tree.setItemDelegate(new WrappingDelegate(tree));
    tree.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void styleTree(QTreeWidget& tree)
{
    tree.setFrameShape(QFrame::NoFrame);
    // An empty list is no dark hole in the panel.
    tree.viewport()->setAutoFillBackground(false);
    tree.setIconSize(QSize(18, 18));
    tree.setIndentation(16);
    tree.setUniformRowHeights(false);
    tree.setAlternatingRowColors(false);
}

QString mutedText(const QString& text, bool dark)
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(dark ? "#9aa4b2" : "#5b6472", text.toHtmlEscaped());
}

QIcon dotIcon(const QColor& colour)
{
    QIcon icon;
    for (const int scale : {1, 2}) {
        QPixmap pixmap(kDotFrame * scale, kDotFrame * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(
            QRectF((kDotFrame - kDot) / 2.0 * scale, (kDotFrame - kDot) / 2.0 * scale, kDot * scale, kDot * scale));
        painter.end();
        icon.addPixmap(pixmap);
        // The colour says something: it stays when the row is selected.
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

QScrollArea* scrolled(QWidget& page)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(&page);
    return area;
}

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

QWidget* makeFixButton(const lint::Fix& fix, canvas::CanvasController& controller, const settings::Words& words,
                       bool dark)
{
    const QString caption = words.of(fix.caption());
    auto* button =
        new FixButton(settings::symbolIcon("fix", dark), QString(caption).replace('&', "&&"), fix.change, controller);
    button->setObjectName("fix." + toQString(fix.id));
    button->setToolTip(caption + '\n' + words(fix.automatic ? "problems.fix-tip" : "problems.suggestion-tip"));
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setStyleSheet(QStringLiteral("text-align: left; padding: 4px 8px;"));
    return button;
}

QString nameOf(const std::string& id, const session::DocumentSession& session, const settings::Words& words)
{
    const Block* block = session.document().blocks.find(BlockId(id));
    if (!block) return toQString(id);
    const catalogue::Kind* kind = session.catalogue().kindOf(*block);
    return block->name.empty() && kind ? words.of(kind->title) : toQString(block->label());
}

}  // namespace lintel::app::analysis
