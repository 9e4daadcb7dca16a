#include "app/window/notice_bar.h"

#include "app/qt_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace lintel::app {

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel), m_buttons(new QHBoxLayout), m_close(new QToolButton)
{
    setObjectName("noticeBar");
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(Notice notice, const settings::Words& words)
{
    m_notice = std::move(notice);
    retranslate(words);
    setVisible(!m_notice.textId.empty());
}

void NoticeBar::retranslate(const settings::Words& words)
{
    m_close->setAccessibleName(words("dialog.close"));
    m_close->setToolTip(words("dialog.close"));
    if (m_notice.textId.empty()) return;
    m_text->setText(words(m_notice.textId) + (m_notice.detail.isEmpty() ? QString() : '\n' + m_notice.detail));
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Choice& choice : m_notice.choices) {
        auto* button = new QPushButton(words(choice.textId));
        button->setObjectName(toQString(choice.textId));
        connect(button, &QPushButton::clicked, this, [this, run = choice.run] {
            hide();
            run();
        });
        m_buttons->addWidget(button);
    }
}

}  // namespace lintel::app
