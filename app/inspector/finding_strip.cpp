#include "app/inspector/finding_strip.h"

#include "app/problems/severity_look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>

namespace lintel::app::inspector {

namespace {

/// A line of text over several lines that can be clicked, or pressed with Space when it has the focus.
class ClickableRow : public QFrame {
public:
    ClickableRow(const QIcon& icon, const QString& text, std::function<void()> run) : m_run(std::move(run))
    {
        setObjectName("finding");
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setFrameShape(QFrame::StyledPanel);
        setAccessibleName(text);
        auto* sign = new QLabel;
        sign->setPixmap(icon.pixmap(16));
        auto* label = new QLabel(text);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        auto* layout = new QHBoxLayout(this);
        layout->setContentsMargins(6, 5, 6, 5);
        layout->addWidget(sign, 0, Qt::AlignTop);
        layout->addWidget(label, 1);
    }

protected:
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos())) m_run();
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
            m_run();
        else
            QFrame::keyPressEvent(event);
    }

private:
    std::function<void()> m_run;
};

}  // namespace

FindingStrip::FindingStrip(const settings::Words& words, QWidget* parent)
    : QWidget(parent), m_words(words), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
}

void FindingStrip::show(const std::vector<model::lint::Finding>& findings, const std::string& element, bool dark)
{
    while (QLayoutItem* item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const model::lint::Finding& finding : findings) {
        const auto& subjects = finding.subjects;
        if (finding.waived || std::find(subjects.begin(), subjects.end(), element) == subjects.end()) continue;
        m_layout->addWidget(new ClickableRow(problems::severityIcon(finding.severity, dark),
                                             m_words.of(finding.message),
                                             [this, element] { Q_EMIT clicked(element); }));
    }
    setVisible(m_layout->count() > 0);
}

}  // namespace lintel::app::inspector
