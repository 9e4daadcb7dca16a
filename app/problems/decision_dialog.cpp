#include "app/problems/decision_dialog.h"

#include "app/qt_text.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app::problems {

namespace {

constexpr const char* kDateFormat = "yyyy-MM-dd";
// Long enough to be of use, short enough that somebody remembers.
constexpr int kUsualMonths = 6;

QString accountName()
{
    return qEnvironmentVariable("GIT_AUTHOR_NAME", qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")));
}

QLabel* makeMessage(const QString& message)
{
    auto* label = new QLabel(message);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

}  // namespace

DecisionDialog::DecisionDialog(const settings::Words& words, const QString& message, const model::lint::Decision& known,
                               QWidget* parent)
    : QDialog(parent),
      m_reason(new QPlainTextEdit(toQString(known.reason))),
      m_by(new QLineEdit(known.by.empty() ? accountName() : toQString(known.by))),
      m_isLimited(new QCheckBox(words("decision.until"))),
      m_until(new QDateEdit)
{
    setObjectName("decisionDialog");
    setWindowTitle(words("decision.title"));
    m_reason->setObjectName("decision.reason");
    m_reason->setPlaceholderText(words("decision.reason-hint"));
    m_reason->setAccessibleName(words("decision.reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().lineSpacing() * 5);
    m_by->setObjectName("decision.by");
    m_isLimited->setObjectName("decisionLimited");
    m_until->setObjectName("decision.until");
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(kDateFormat);
    const QDate date = QDate::fromString(toQString(known.until), kDateFormat);
    m_until->setDate(date.isValid() ? date : QDate::currentDate().addMonths(kUsualMonths));
    m_isLimited->setChecked(known.reason.empty() || date.isValid());
    m_until->setEnabled(m_isLimited->isChecked());
    connect(m_isLimited, &QCheckBox::toggled, m_until, &QWidget::setEnabled);

    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(words("decision.reason"), m_reason);
    form->addRow(words("decision.by"), m_by);
    auto* limit = new QHBoxLayout;
    limit->addWidget(m_isLimited);
    limit->addWidget(m_until);
    limit->addStretch();
    form->addRow(QString(), limit);

    auto* buttons = new QDialogButtonBox;
    QPushButton* decide = buttons->addButton(words("decision.decide"), QDialogButtonBox::AcceptRole);
    decide->setObjectName("decision.decide");
    buttons->addButton(words("decision.cancel"), QDialogButtonBox::RejectRole)->setObjectName("decision.cancel");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto allow = [this, decide] { decide->setEnabled(!m_reason->toPlainText().trimmed().isEmpty()); };
    connect(m_reason, &QPlainTextEdit::textChanged, this, allow);
    allow();

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeMessage(message));
    layout->addLayout(form);
    layout->addWidget(buttons);
    setMinimumWidth(460);
    m_reason->setFocus();
}

model::lint::Decision DecisionDialog::decision() const
{
    return {fromQString(m_reason->toPlainText().trimmed()), fromQString(m_by->text().trimmed()),
            m_isLimited->isChecked() ? fromQString(m_until->date().toString(kDateFormat)) : std::string()};
}

}  // namespace lintel::app::problems
