#include "app/canvas/kind_choices.h"

#include "app/qt_text.h"

namespace lintel::app::canvas {

using namespace model;

namespace {

QString wordsOf(const catalogue::Kind& kind, const catalogue::Translated& title, bool isPreset)
{
    QStringList words{toQString(title.en), toQString(title.ko)};
    QString initials;
    for (const QString& word : toQString(title.en).split(' ', Qt::SkipEmptyParts)) initials += word.front();
    words << initials;
    // A preset is found by its own words; the kind's shorter ones mean the plain kind.
    if (!isPreset) {
        words << toQString(kind.id.text());
        for (const std::string& keyword : kind.keywords) words << toQString(keyword);
    }
    return words.join('\n').toLower();
}

}  // namespace

void KindChoices::add(const catalogue::Kind& kind, text::Language language, bool isOffered, const QString& detail)
{
    const std::string_view code = codeOf(language);
    kinds.push_back({kind.id, {}});
    choices.push_back(
        {kind.id.text(), toQString(kind.title.in(code)), detail, wordsOf(kind, kind.title, false), isOffered});
    for (const catalogue::Preset& preset : kind.presets) {
        kinds.push_back({kind.id, preset.id});
        choices.push_back(
            {kind.id.text(), toQString(preset.title.in(code)), detail, wordsOf(kind, preset.title, true), isOffered});
    }
}

KindChoices allKinds(const catalogue::Catalogue& catalogue, text::Language language)
{
    KindChoices all;
    for (const catalogue::Kind& kind : catalogue.kinds()) all.add(kind, language, true);
    return all;
}

}  // namespace lintel::app::canvas
