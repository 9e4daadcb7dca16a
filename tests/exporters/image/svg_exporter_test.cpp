#include "exporters/image/svg_exporter.h"

#include "rendering/icons/icon_set.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <set>

namespace lintel::exporters::image {
namespace {

class SvgExporterTest : public test::GuiTest {};

struct Parsed {
    bool isWellFormed = true;
    QString error;
    QStringList texts;
    std::set<QString> elements;
    QStringList references;  ///< values of href attributes, and anything that names a place elsewhere
    QStringList ids;
};

Parsed parse(const std::string& svg)
{
    Parsed parsed;
    QXmlStreamReader reader(QByteArray::fromStdString(svg));
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters() && !reader.isWhitespace()) parsed.texts += reader.text().toString();
        if (!reader.isStartElement()) continue;
        parsed.elements.insert(reader.name().toString());
        for (const QXmlStreamAttribute& attribute : reader.attributes()) {
            if (attribute.name() == u"href" || attribute.value().contains(u"url("))
                parsed.references += attribute.value().toString();
            if (attribute.name() == u"id") parsed.ids += attribute.value().toString();
            if (attribute.name().startsWith(u"on")) parsed.references += attribute.name().toString();
        }
    }
    parsed.isWellFormed = !reader.hasError();
    parsed.error = reader.errorString();
    return parsed;
}

TEST_F(SvgExporterTest, HostileNamesStayText)
{
    const std::vector<std::string> names{"</text><script>alert(1)</script>",
                                         "\"quoted\" & 'single' <b>",
                                         "${jndi} `x` %s",
                                         std::string("nul\0bell\a\x1b[0m", 12),
                                         "line\nbreak\ttab",
                                         "]]> <!-- -->",
                                         "\xE2\x80\xAE"
                                         "rtl \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                         "\xEF\xBF\xBE \xED\xA0\x80 \xFF\xFE bad"};
    for (const std::string& name : names) {
        const Parsed parsed = parse(exportSvg(test::SampleScene(name, name).picture(), {}));
        EXPECT_TRUE(parsed.isWellFormed) << name << ": " << parsed.error.toStdString();
        EXPECT_FALSE(parsed.elements.contains(QStringLiteral("script"))) << name;
    }
    const Parsed parsed = parse(exportSvg(test::SampleScene(names[1]).picture(), {}));
    EXPECT_TRUE(parsed.texts.contains(QString::fromStdString(names[1])));
}

TEST_F(SvgExporterTest, NeedsNothingFromElsewhere)
{
    const Parsed parsed = parse(exportSvg(test::SampleScene().picture(), {}));
    ASSERT_TRUE(parsed.isWellFormed);
    EXPECT_FALSE(parsed.references.isEmpty());
    for (const QString& reference : parsed.references)
        EXPECT_TRUE(reference.startsWith(u'#') && parsed.ids.contains(reference.mid(1))) << reference.toStdString();
    EXPECT_EQ(std::set<QString>(parsed.ids.begin(), parsed.ids.end()).size(),
              static_cast<std::size_t>(parsed.ids.size()))
        << "ids are unique";
    for (const char* element : {"image", "script", "foreignObject", "style", "link"})
        EXPECT_FALSE(parsed.elements.contains(QString::fromLatin1(element))) << element;
}

TEST_F(SvgExporterTest, HangulStaysTextAndBytesRepeat)
{
    const std::string svg = exportSvg(test::SampleScene("메인 서버").picture(), {});
    EXPECT_TRUE(parse(svg).texts.contains(QStringLiteral("메인 서버")));
    EXPECT_EQ(svg, exportSvg(test::SampleScene("메인 서버").picture(), {}));
}

TEST_F(SvgExporterTest, SaysWhatItShows)
{
    ImageOptions options;
    options.title = "상점 </title><script>";
    options.description = "Users reach \"main\" & nothing else";
    options.language = "ko";
    const std::string svg = exportSvg(test::SampleScene().picture(), options);
    const Parsed parsed = parse(svg);
    ASSERT_TRUE(parsed.isWellFormed) << parsed.error.toStdString();
    EXPECT_FALSE(parsed.elements.contains(QStringLiteral("script")));
    EXPECT_TRUE(parsed.elements.contains(QStringLiteral("title")));
    EXPECT_TRUE(parsed.texts.contains(QString::fromStdString(options.title)));
    EXPECT_TRUE(parsed.texts.contains(QString::fromStdString(options.description)));
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"ko\""), std::string::npos);
    EXPECT_FALSE(parse(exportSvg(test::SampleScene().picture(), {})).elements.contains(QStringLiteral("title")));
}

TEST_F(SvgExporterTest, OnePictureForBothColourSchemes)
{
    const test::SampleScene scene;
    const auto light = scene.picture();
    const auto dark = scene.picture({}, rendering::Theme::dark());
    const std::string svg = exportSvg(light, dark, {});
    EXPECT_TRUE(parse(svg).isWellFormed);
    EXPECT_NE(svg.find("@media (prefers-color-scheme: dark)"), std::string::npos);
    const std::string background = QColor::fromRgb(dark.background()).name().toStdString();
    EXPECT_NE(svg.find("fill:" + background), std::string::npos);
    EXPECT_EQ(exportSvg(light, light, {}), exportSvg(light, {})) << "nothing to switch";
}

TEST_F(SvgExporterTest, NamesNoFontOfThisMachine)
{
    const std::string svg = exportSvg(test::SampleScene().picture(), {});
    const auto at = svg.find("font-family=\"");
    ASSERT_NE(at, std::string::npos);
    const std::string families = svg.substr(at, svg.find('"', at + 13) - at);
    for (const char* family : {"Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", "sans-serif"})
        EXPECT_NE(families.find(family), std::string::npos) << family;
    EXPECT_EQ(families.find("Sans Serif"), std::string::npos);
}

TEST_F(SvgExporterTest, IconsOfAPackStayInABoxOfTheirOwn)
{
    QTemporaryDir folder;
    QFile icon(folder.filePath(QStringLiteral("Arch_Amazon-EC2_48.svg")));
    ASSERT_TRUE(icon.open(QIODevice::WriteOnly));
    icon.write(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><script>alert(1)</script><rect id=\"i0\" "
        "width=\"64\" height=\"64\"/></svg>");
    icon.close();
    auto pack = rendering::IconPack::read(folder.path().toStdString());
    ASSERT_TRUE(pack);
    rendering::IconSet::usePack(std::make_shared<const rendering::IconPack>(std::move(pack).value()));
    const Parsed parsed = parse(exportSvg(test::SampleScene().picture(), {}));
    rendering::IconSet::usePack(nullptr);
    ASSERT_TRUE(parsed.isWellFormed) << parsed.error.toStdString();
    EXPECT_FALSE(parsed.elements.contains(QStringLiteral("script")));
    EXPECT_EQ(std::set<QString>(parsed.ids.begin(), parsed.ids.end()).size(),
              static_cast<std::size_t>(parsed.ids.size()))
        << "ids are unique";
    EXPECT_EQ(parsed.references.filter(QStringLiteral("data:image/svg+xml;base64,")).size(), 1);
}

TEST_F(SvgExporterTest, TransparentLeavesTheBackgroundOut)
{
    const auto picture = test::SampleScene().picture();
    ImageOptions options;
    const std::string opaque = exportSvg(picture, options);
    options.transparent = true;
    const std::string transparent = exportSvg(picture, options);
    EXPECT_LT(transparent.size(), opaque.size());
    EXPECT_TRUE(parse(transparent).isWellFormed);
}

}  // namespace
}  // namespace lintel::exporters::image
