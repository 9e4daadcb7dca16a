#include "app/terraform/terraform_panel.h"

#include "app/qt_text.h"
#include "app/terraform/hcl_highlighter.h"
#include "app/terraform/overview_summary.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app::terraform {

using namespace model;

namespace {

// Drawing is many small changes; reading starts when the hand rests.
constexpr int kRestMilliseconds = 150;

}  // namespace

TerraformPanel::TerraformPanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_words(words),
      m_files(new QComboBox),
      m_about(new QLabel),
      m_code(new QPlainTextEdit),
      m_colours(new HclHighlighter(m_code->document()))
{
    m_files->setObjectName("terraformFiles");
    m_files->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_about->setObjectName("terraformAbout");
    m_about->setTextFormat(Qt::PlainText);
    m_code->setObjectName("terraformCode");
    m_code->setReadOnly(true);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setFrameShape(QFrame::NoFrame);
    m_code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* top = new QHBoxLayout;
    top->addWidget(m_files);
    top->addWidget(m_about, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addLayout(top);
    layout->addWidget(m_code, 1);
    m_later.setSingleShot(true);
    m_later.setInterval(kRestMilliseconds);
    connect(&m_later, &QTimer::timeout, this, &TerraformPanel::start);
    connect(&session, &session::DocumentSession::changed, this, &TerraformPanel::later);
    connect(&session, &session::DocumentSession::selectionChanged, this, [this] {
        if (isVisible()) showCode();
    });
    connect(m_files, &QComboBox::activated, this, &TerraformPanel::showCode);
    retranslate();
}

void TerraformPanel::retranslate()
{
    m_files->setAccessibleName(m_words("terraform.file"));
    m_code->setAccessibleName(m_words("panel.terraform"));
    m_shownVersion.reset();
    ++m_edition;
    fillFiles();
    showCode();
    later();
}

void TerraformPanel::setDark(bool dark) { m_colours->setDark(dark); }

void TerraformPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    start();
}

void TerraformPanel::later()
{
    if (isVisible()) m_later.start();
}

/// As the export: the language of the design, or that of the window.
text::Language TerraformPanel::language() const
{
    const std::string& wanted = m_session.document().settings().language;
    return wanted.empty() ? m_words.language() : text::languageFrom(wanted);
}

void TerraformPanel::start()
{
    if (!isVisible()) return;
    if (m_shownVersion == m_session.version()) return showCode();
    m_job.ask(
        [snapshot = m_session.document(), language = language(), &session = m_session] {
            return std::make_shared<const Overview>(
                exporters::terraform::overviewOf(snapshot, session.catalogue(), session.messages(), language));
        },
        [this, version = m_session.version(), edition = m_edition](std::shared_ptr<const Overview> overview) {
            take(std::move(overview), version, edition);
        });
}

void TerraformPanel::take(std::shared_ptr<const Overview> overview, std::uint64_t version, int edition)
{
    if (version != m_session.version() || edition != m_edition) return start();
    m_overview = std::move(overview);
    m_shownVersion = version;
    fillFiles();
    showCode();
}

void TerraformPanel::fillFiles()
{
    const QString chosen = m_files->currentData().toString();
    m_files->clear();
    m_files->addItem(m_words("terraform.all-files"), QString());
    for (const exporters::ExportedFile& file : m_overview ? m_overview->files : exporters::ExportedFiles()) {
        const QString path = toQString(file.path);
        m_files->addItem(path, path);
    }
    m_files->setCurrentIndex(std::max(0, m_files->findData(chosen)));
}

QString TerraformPanel::selectedCode() const
{
    const auto& selection = m_session.selection();
    const auto isSelected = [&selection](const std::string& id) { return selection.count(id) > 0; };
    std::string code;
    for (const Overview::Part& part : m_overview->parts) {
        if (std::any_of(part.blocks.begin(), part.blocks.end(), isSelected))
            code += (code.empty() ? "" : "\n") + part.code;
    }
    std::string notes;
    for (const Overview::LeftOut& left : m_overview->leftOut) {
        if (isSelected(left.element)) notes += "# " + left.element + ": " + left.text + "\n";
    }
    if (!notes.empty())
        code += (code.empty() ? "" : "\n") + ("# " + fromQString(m_words("terraform.left-out")) + "\n") + notes;
    return toQString(code);
}

/// One file, or all code in the order of the files.
QString TerraformPanel::wholeCode() const
{
    const std::string chosen = fromQString(m_files->currentData().toString());
    std::string code;
    for (const exporters::ExportedFile& file : m_overview->files) {
        if (file.path == chosen) return toQString(file.bytes);
        if (chosen.empty() && file.path.ends_with(".tf"))
            code += (code.empty() ? "# " : "\n# ") + file.path + "\n" + file.bytes;
    }
    return toQString(code);
}

void TerraformPanel::showCode()
{
    if (!m_overview) return;
    const bool isSelection = !m_session.selection().empty();
    const QString selected = isSelection ? selectedCode() : QString();
    m_files->setEnabled(!isSelection);
    m_about->setText(!isSelection         ? summaryOf(*m_overview, m_words)
                     : selected.isEmpty() ? m_words("terraform.nothing")
                                          : m_words("terraform.selected"));
    const QString code = isSelection ? selected : wholeCode();
    if (m_code->toPlainText() == code) return;
    // What is read stays in sight while something else of it changes.
    const int row = m_code->verticalScrollBar()->value();
    m_code->setPlainText(code);
    m_code->verticalScrollBar()->setValue(row);
}

}  // namespace lintel::app::terraform
