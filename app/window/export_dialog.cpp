#include "app/window/export_dialog.h"

#include "app/cli/export_formats.h"
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

#include <initializer_list>
#include <tuple>

namespace lintel::app {

namespace {

struct Format {
    const char* type;
    const char* ending;
    bool hasTheme = false;
    bool hasScale = false;
    bool isPicture = false;
    bool isOnPaper = false;
};
constexpr Format kFormats[] = {{"png", ".png", true, true, true},
                               {"svg", ".svg", true, false, true},
                               {"pdf", ".pdf", true, false, true, true},
                               {"terraform", "-terraform"},
                               {"html", ".html"},
                               {"markdown", ".md", true},
                               {"mermaid", ".mmd"},
                               {"drawio", ".drawio"},
                               {"json", ".json"}};
constexpr const char* kThemes[] = {"light", "dark", "print"};

/// Ticked, and of any meaning for the format.
bool isOn(const QCheckBox& box) { return box.isEnabled() && box.isChecked(); }

const Format& formatOf(std::string_view type)
{
    for (const Format& format : kFormats)
        if (type == format.type) return format;
    return kFormats[0];
}

}  // namespace

ExportDialog::ExportDialog(const settings::Words& words, Start start, QWidget* parent)
    : QDialog(parent),
      m_words(words),
      m_start(std::move(start)),
      m_type(new QComboBox),
      m_about(new QLabel),
      m_theme(new QComboBox),
      m_scale(new QDoubleSpinBox),
      m_transparent(new QCheckBox),
      m_selectionOnly(new QCheckBox),
      m_legend(new QCheckBox),
      m_titleBlock(new QCheckBox),
      m_paperTitle(new QLabel),
      m_paper(new QComboBox),
      m_poster(new QCheckBox),
      m_target(new QLineEdit),
      m_export(new QPushButton)
{
    setObjectName("exportDialog");
    setWindowTitle(words("export.title"));
    build();
    m_theme->setCurrentIndex(m_start.isDark ? 1 : 0);
    showFormat();
}

void ExportDialog::build()
{
    auto* form = new QFormLayout;
    m_type->setObjectName("exportType");
    for (const Format& format : kFormats)
        m_type->addItem(m_words(std::string("export.type.") + format.type), QString(format.type));
    m_about->setObjectName("exportAbout");
    m_about->setWordWrap(true);
    m_about->setForegroundRole(QPalette::PlaceholderText);
    m_type->setAccessibleName(m_words("export.format"));
    form->addRow(m_words("export.format"), m_type);
    form->addRow(QString(), m_about);
    buildPicture(*form);
    buildTarget(*form);
    buildButtons(*form);
    setMinimumWidth(520);
    connect(m_type, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
}

void ExportDialog::buildPicture(QFormLayout& form)
{
    for (const char* theme : kThemes) m_theme->addItem(m_words(std::string("export.theme.") + theme), QString(theme));
    m_scale->setRange(0.25, 8);
    m_scale->setSingleStep(0.5);
    m_scale->setValue(2);
    m_scale->setSuffix(QStringLiteral(" ×"));
    for (const std::string& paper : cli::paperNames()) m_paper->addItem(toQString(paper), toQString(paper));
    m_paper->setCurrentText(QStringLiteral("A4"));
    m_paperTitle->setText(m_words("export.paper"));
    m_theme->setObjectName("exportTheme");
    m_scale->setObjectName("exportScale");
    m_paper->setObjectName("exportPaper");
    const auto add = [&](const char* title, QWidget* field) {
        field->setAccessibleName(m_words(title));
        form.addRow(m_words(title), field);
    };
    add("export.colours", m_theme);
    add("export.scale", m_scale);
    m_paper->setAccessibleName(m_words("export.paper"));
    form.addRow(m_paperTitle, m_paper);
    const std::tuple<QCheckBox*, const char*, const char*> boxes[] = {
        {m_poster, "exportPoster", "export.poster"},
        {m_selectionOnly, "exportOnly", "export.only"},
        {m_transparent, "exportTransparent", "export.transparent"},
        {m_legend, "exportLegend", "export.legend"},
        {m_titleBlock, "exportTitleBlock", "export.title-block"}};
    for (const auto& [box, name, text] : boxes) {
        box->setObjectName(name);
        box->setText(m_words(text));
        form.addRow(QString(), box);
    }
}

void ExportDialog::buildTarget(QFormLayout& form)
{
    m_target->setObjectName("exportTarget");
    m_target->setAccessibleName(m_words("export.target"));
    auto* browseButton = new QPushButton(m_words("export.browse"));
    browseButton->setAutoDefault(false);  // Enter exports
    auto* where = new QHBoxLayout;
    where->addWidget(m_target, 1);
    where->addWidget(browseButton);
    form.addRow(m_words("export.target"), where);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_target, &QLineEdit::textEdited, this, [this] { m_isTargetChosen = true; });
    connect(m_target, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_export->setEnabled(!text.trimmed().isEmpty()); });
}

void ExportDialog::buildButtons(QFormLayout& form)
{
    auto* buttons = new QDialogButtonBox;
    m_export->setText(m_words("export.export"));
    m_export->setObjectName("exportButton");
    m_export->setDefault(true);
    buttons->addButton(m_export, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_words("dialog.cancel"), QDialogButtonBox::RejectRole)->setObjectName("cancelButton");
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(&form);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ExportDialog::proposedTarget() const { return m_start.stem + formatOf(type()).ending; }

QString ExportDialog::about()
{
    const QString text = m_words("export.about." + type());
    if (!isFolder() || !m_start.terraformSummary) return text;
    if (m_terraformSummary.isEmpty()) m_terraformSummary = m_start.terraformSummary();
    return text + '\n' + m_terraformSummary;
}

void ExportDialog::showFormat()
{
    const Format& format = formatOf(type());
    m_about->setText(about());
    m_theme->setEnabled(format.hasTheme);
    m_scale->setEnabled(format.hasScale);
    for (QCheckBox* box : {m_transparent, m_legend, m_titleBlock}) box->setEnabled(format.isPicture);
    m_selectionOnly->setEnabled(format.isPicture && m_start.hasSelection);
    for (QWidget* field : std::initializer_list<QWidget*>{m_paperTitle, m_paper, m_poster})
        field->setVisible(format.isOnPaper);
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
    const QString path = isFolder() ? QFileDialog::getExistingDirectory(this, m_words("export.target"),
                                                                        QFileInfo(m_target->text()).path())
                                    : QFileDialog::getSaveFileName(this, m_words("export.target"), m_target->text(), {},
                                                                   nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty()) return;
    m_target->setText(path);
    m_isTargetChosen = true;
}

std::string ExportDialog::type() const { return fromQString(m_type->currentData().toString()); }
std::string ExportDialog::theme() const { return fromQString(m_theme->currentData().toString()); }
double ExportDialog::scale() const { return m_scale->value(); }
bool ExportDialog::isTransparent() const { return isOn(*m_transparent); }
bool ExportDialog::isSelectionOnly() const { return isOn(*m_selectionOnly); }
bool ExportDialog::hasLegend() const { return isOn(*m_legend); }
bool ExportDialog::hasTitleBlock() const { return isOn(*m_titleBlock); }
std::string ExportDialog::paper() const { return fromQString(m_paper->currentData().toString()); }
bool ExportDialog::isPoster() const { return type() == "pdf" && isOn(*m_poster); }
QString ExportDialog::target() const { return m_target->text().trimmed(); }

}  // namespace lintel::app
