#include "app/inspector/design_page.h"

#include "app/inspector/finding_strip.h"
#include "app/inspector/quiet_combo_box.h"
#include "app/inspector/thread_section.h"
#include "app/qt_text.h"
#include "model/edit/transaction.h"
#include "model/lint/profile.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

namespace {

using Edit = std::function<void(Settings&)>;

/// A choice among the values of one setting; the first stands for "not said".
QWidget* makeChoice(const char* name, std::initializer_list<const char*> values, const std::string& value,
                    const PageContext& context, std::function<void(std::string)> chosen)
{
    auto* box = new QuietComboBox;
    box->setObjectName(QStringLiteral("settings.") + name);
    for (const char* each : values) {
        const std::string id = std::string("settings.") + name + "-value." + (*each ? each : "none");
        box->addItem(context.words(id), QString(each));
    }
    box->setCurrentIndex(qMax(0, box->findData(toQString(value))));
    QObject::connect(box, &QComboBox::activated, box,
                     [box, chosen = std::move(chosen)](int) { chosen(fromQString(box->currentData().toString())); });
    return box;
}

}  // namespace

void addDesignPage(QVBoxLayout& page, FindingStrip& findings, const PageContext& context)
{
    const settings::Words& words = context.words;
    const Settings settings = context.session.document().settings();
    const auto put = [context](const Edit& edit) {
        Settings edited = context.session.document().settings();
        edit(edited);
        edit::Transaction transaction(context.session.document());
        transaction.put(std::move(edited));
        context.apply(transaction.finish({"edit.settings", {}}));
    };
    addHeader(page, {}, words("inspector.design"), words("inspector.design-hint"));
    page.addWidget(&findings);
    QFormLayout* section = addSection(page, {});
    addField(*section, words("settings.title"),
             makeLineField(toQString(settings.title), "settings.title", words("untitled"),
                           [put](std::string text) { put([&](Settings& s) { s.title = text; }); }));
    addField(*section, words("settings.region"),
             makeLineField(toQString(settings.region), "settings.region", "ap-northeast-2",
                           [put](std::string text) { put([&](Settings& s) { s.region = text; }); }));
    QWidget* profile = makeChoice("profile", {"", "production", "small", "learning"}, settings.profile, context,
                                  [put](std::string text) { put([&](Settings& s) { s.profile = text; }); });
    profile->setToolTip(words("settings.profile-tip"));
    addField(*section, words("settings.profile"), profile);
    auto* complete = new QCheckBox(words("settings.network-complete"));
    complete->setObjectName("settings.network-complete");
    complete->setToolTip(words("settings.network-complete-tip"));
    complete->setChecked(lint::isNetworkComplete(settings));
    QObject::connect(complete, &QCheckBox::clicked, complete, [put](bool isComplete) {
        put([&](Settings& s) {
            if (isComplete)
                s.properties["network-complete"] = Value(true);
            else
                s.properties.erase("network-complete");
        });
    });
    section->addRow(QString(), complete);
    addField(*section, words("settings.environment"),
             makeChoice("environment", {"", "development", "test", "staging", "production"}, settings.environment,
                        context, [put](std::string text) { put([&](Settings& s) { s.environment = text; }); }));
    addField(*section, words("settings.language"),
             makeChoice("language", {"", "en", "ko"}, settings.language, context,
                        [put](std::string text) { put([&](Settings& s) { s.language = text; }); }));
    addThreads(page, {}, context);
    addQuestionLine(page, context);
}

}  // namespace lintel::app::inspector
