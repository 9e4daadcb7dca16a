#include "app/window/export_dialog.h"

#include "app/qt_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app {

namespace {

struct Format {
    const char* type;
    const char* ending;
    bool hasTheme;
    bool hasScale;
};
constexpr Format kFormats[] = {{"png", ".png", true, true},          {"svg", ".svg", true, false},
                               {"terraform", "-terraform", false, false}, {"html", ".html", false, false},
                               {"markdown", ".md", true, false},
                               {"mermaid", ".mmd", false, false},     {"json", ".json", false, false}};
constexpr const char* kThemes[] = {"light", "dark", "print"};

const Format& formatOf(std::string_view type)
{
    for (const Format& format : kFormats)
        if (type == format.type) return format;
    return kFormats[0];
}

}  // namespace

ExportDialog::ExportDialog(const settings::Words& words, QString stem, bool dark, QWidget* parent)
    : QDialog(parent), m_words(words), m_stem(std::move(stem)), m_type(new QComboBox), m_about(new QLabel), m_theme(new QComboBox),
      m_scale(new QDoubleSpinBox), m_transparent(new QCheckBox), m_target(new QLineEdit), m_export(new QPushButton)
{
    setObjectName("exportDialog");
    setWindowTitle(words("export.title"));
    build();
    m_theme->setCurrentIndex(dark ? 1 : 0);
    showFormat();
}

void ExportDialog::build()
{
    m_type->setObjectName("exportType");
    for (const Format& format : kFormats) m_type->addItem(m_words(std::string("export.type.") + format.type), QString(format.type));
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_theme->setObjectName("exportTheme");
    for (const char* theme : kThemes) m_theme->addItem(m_words(std::string("export.theme.") + theme), QString(theme));
    m_scale->setObjectName("exportScale");
    m_scale->setRange(0.25, 8);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(2);
    m_scale->setSuffix(QStringLiteral(" ×"));
    m_transparent->setObjectName("exportTransparent");
    m_transparent->setText(m_words("export.transparent"));
    m_target->setObjectName("exportTarget");
    auto* browseButton = new QPushButton(m_words("export.browse"));

    auto* where = new QHBoxLayout;
    where->addWidget(m_target, 1);
    where->addWidget(browseButton);
    auto* form = new QFormLayout;
    const auto add = [&](const char* title, QWidget* field) {
        field->setAccessibleName(m_words(title));
        form->addRow(m_words(title), field);
    };
    add("export.format", m_type);
    form->addRow(QString(), m_about);
    add("export.colours", m_theme);
    add("export.scale", m_scale);
    form->addRow(QString(), m_transparent);
    m_target->setAccessibleName(m_words("export.target"));
    form->addRow(m_words("export.target"), where);
    auto* buttons = new QDialogButtonBox;
    m_export->setText(m_words("export.export"));
    m_export->setObjectName("exportButton");
    m_export->setDefault(true);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_words("dialog.cancel"), QDialogButtonBox::RejectRole)->setObjectName("cancelButton");
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    setMinimumWidth(520);

    connect(m_type, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_isTargetChosen = true; });
    connect(m_target, &QLineEdit::textChanged, this, [this](const QString& text) { m_export->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ExportDialog::proposedTarget() const { return m_stem + formatOf(type()).ending; }

void ExportDialog::showFormat()
{
    const Format& format = formatOf(type());
    m_about->setText(m_words("export.about." + type()));
    m_theme->setEnabled(format.hasTheme);
    m_transparent->setEnabled(format.hasTheme);
    m_scale->setEnabled(format.hasScale);
    // A path that was typed keeps its folder and name; only the ending follows the format.
    if (m_isTargetChosen && !isFolder()) {
        const QFileInfo typed(m_target->text());
        m_target->setText(typed.path() + '/' + typed.completeBaseName() + formatOf(type()).ending);
    } else {
        m_target->setText(proposedTarget());
    }
}

void ExportDialog::browse()
{
    const QString path = isFolder() ? QFileDialog::getExistingDirectory(this, m_words("export.target"), QFileInfo(m_target->text()).path())
                                    : QFileDialog::getSaveFileName(this, m_words("export.target"), m_target->text(), {}, nullptr,
                                                                   QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    m_target->setText(path);
    m_isTargetChosen = true;
}

std::string ExportDialog::type() const { return fromQString(m_type->currentData().toString()); }
std::string ExportDialog::theme() const { return fromQString(m_theme->currentData().toString()); }
double ExportDialog::scale() const { return m_scale->value(); }
bool ExportDialog::isTransparent() const { return m_transparent->isEnabled() && m_transparent->isChecked(); }
QString ExportDialog::target() const { return m_target->text().trimmed(); }

}  // namespace lintel::app
