#include "app/window/export_actions.h"

#include "app/cli/export_formats.h"
#include "app/qt_text.h"
#include "app/terraform/overview_summary.h"
#include "app/window/action_set.h"
#include "app/window/dialogs.h"
#include "app/window/export_dialog.h"
#include "app/window/notice_bar.h"
#include "app/window/workspace.h"
#include "exporters/terraform/folder/terraform_folder.h"
#include "model/embedded/embedded.h"
#include "model/io/writer.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include <iostream>
#include <memory>
#include <utility>

namespace lintel::app {

using namespace model;

ExportActions::ExportActions(WindowContext context) : QObject(&context.window), m_context(context)
{
    context.actions.add({"export", "export", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X)}}, [this] { ask(); });
    context.actions.add({"copy-picture", "", {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_C)}},
                        [this] { copyPicture(); });
}

// Beside the design, under its name, as the command line does.
QString ExportActions::stemOf(DocumentTab& tab) const
{
    const QString& path = tab.session().path();
    QString stem = path.isEmpty() ? QDir::homePath() + '/' + QFileInfo(tab.session().displayName()).fileName() : path;
    for (const char* ending : {".yaml", ".yml", ".lintel"})
        if (stem.endsWith(ending)) stem.chop(static_cast<qsizetype>(std::string_view(ending).size()));
    return stem;
}

void ExportActions::ask()
{
    DocumentTab& tab = m_context.workspace.current();
    const settings::Words& words = m_context.words;
    ExportDialog dialog(words,
                        {stemOf(tab), m_context.settings.isDark(), !tab.session().selection().empty(),
                         [&] {
                             return terraform::summaryOf(
                                 exporters::terraform::overviewOf(tab.session().document(), tab.session().catalogue(),
                                                                  tab.session().messages(), words.language()),
                                 words);
                         }},
                        &m_context.window);
    if (dialog.exec() != QDialog::Accepted) return;
    const QFileInfo target(dialog.target());
    if (!dialog.isFolder() && target.exists() &&
        !dialogs::ask(m_context.window, words, words("export.exists", {{"name", fromQString(target.fileName())}}), {},
                      "dialog.overwrite", "dialog.cancel"))
        return;
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<QStringList> written = write(tab, dialog);
    QApplication::restoreOverrideCursor();
    if (!written) return dialogs::tellError(m_context.window, words, "dialog.cannot-export", written.error());
    if (written->isEmpty()) return;
    const QString folder = dialog.isFolder() ? dialog.target() : target.absolutePath();
    tab.tell({"export.done",
              QDir::toNativeSeparators(written->size() == 1 ? written->front() : dialog.target()),
              {{"export.show-folder", [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}}});
}

Result<QStringList> ExportActions::write(DocumentTab& tab, const ExportDialog& wish)
{
    const cli::Context context{{std::cin, std::cout, std::cerr},
                               m_context.words.language(),
                               tab.session().catalogue(),
                               tab.session().messages()};
    if (wish.isFolder()) return writeTerraform(tab, wish.target());
    cli::ExportOptions options;
    options.type = wish.type();
    options.theme = wish.theme();
    if (options.type == "png") options.scale = wish.scale();
    options.transparent = wish.isTransparent();
    options.legend = wish.hasLegend();
    options.titleBlock = wish.hasTitleBlock();
    options.paper = wish.paper();
    if (wish.isPoster()) options.poster = wish.paper();
    const auto& selected = tab.session().selection();
    if (wish.isSelectionOnly()) options.only.assign(selected.begin(), selected.end());
    const std::string target = fromQString(QDir::fromNativeSeparators(wish.target()));
    const auto files = cli::exportDesign(context, options, tab.session().document(), target);
    if (!files) return files.error();
    const QDir folder(QFileInfo(wish.target()).absolutePath());
    QStringList written;
    for (const exporters::ExportedFile& file : *files) {
        const QString path = folder.filePath(toQString(file.path));
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (const auto done = io::writeFileAtomically(fromQString(path), file.bytes); !done) return done.error();
        written << path;
    }
    return written;
}

void ExportActions::copyPicture()
{
    DocumentTab& tab = m_context.workspace.current();
    const cli::Context context{{std::cin, std::cout, std::cerr},
                               m_context.words.language(),
                               tab.session().catalogue(),
                               tab.session().messages()};
    cli::ExportOptions options;
    options.theme = m_context.settings.isDark() ? "dark" : "light";
    const auto& selected = tab.session().selection();
    options.only.assign(selected.begin(), selected.end());
    auto mime = std::make_unique<QMimeData>();
    const std::pair<const char*, const char*> kinds[] = {{"png", "image/png"}, {"svg", "image/svg+xml"}};
    for (const auto& [type, format] : kinds) {
        options.type = type;
        const auto files = cli::exportDesign(context, options, tab.session().document(), {});
        if (!files) return dialogs::tellError(m_context.window, m_context.words, "dialog.cannot-export", files.error());
        const QByteArray bytes = QByteArray::fromStdString(files->front().bytes);
        mime->setData(format, bytes);
        if (options.type == "png") mime->setImageData(QImage::fromData(bytes, "PNG"));
    }
    QApplication::clipboard()->setMimeData(mime.release());
    tab.tell({selected.empty() ? "export.copied-whole" : "export.copied-selection", {}, {}});
}

Result<QStringList> ExportActions::writeTerraform(DocumentTab& tab, const QString& target)
{
    namespace tf = exporters::terraform::folder;
    const Document& document = tab.session().document();
    const std::string& wanted = document.settings().language;
    const text::Language language = wanted.empty() ? m_context.words.language() : text::languageFrom(wanted);
    const std::string folder = fromQString(target);
    QDir().mkpath(target);
    const auto plan =
        tf::planTerraform(folder, document, tab.session().catalogue(), tab.session().messages(), language);
    if (!plan) return plan.error();
    if (!plan->edited.empty()) {
        QStringList names;
        for (const auto& edited : plan->edited) names << toQString(edited.path);
        QApplication::restoreOverrideCursor();
        const bool overwrites =
            dialogs::ask(m_context.window, m_context.words, m_context.words("dialog.terraform-edited"),
                         names.join('\n'), "dialog.overwrite", "dialog.cancel");
        QApplication::setOverrideCursor(Qt::WaitCursor);
        if (!overwrites) return QStringList();
    }
    if (const auto done = tf::carryOut(*plan, folder); !done) return done.error();
    return QStringList{target};
}

}  // namespace lintel::app
