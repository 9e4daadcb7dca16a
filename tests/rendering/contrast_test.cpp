// What WCAG 2.1 asks of the themes: 4.5:1 for text (1.4.3), 3:1 for lines and marks that carry meaning (1.4.11).

#include "model/embedded/embedded.h"
#include "rendering/scene/scene_builder.h"
#include "rendering/theme/theme.h"
#include "tests/rendering/gui_environment.h"
#include "tests/rendering/sample_scene.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace lintel::rendering {
namespace {

constexpr double kText = 4.5;
constexpr double kMark = 3;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

using Named = std::pair<std::string, Theme>;

class ContrastTest : public testing::TestWithParam<Named> {
protected:
    const Theme& theme = GetParam().second;

    /// Every box a container may be drawn as.
    std::vector<std::pair<std::string, BoxStyle>> boxes() const
    {
        std::vector<std::pair<std::string, BoxStyle>> styles;
        for (const auto& kind : model::embedded::catalogue().kinds())
            for (const SubnetTone tone :
                 {SubnetTone::Unknown, SubnetTone::Public, SubnetTone::Private, SubnetTone::Isolated})
                styles.emplace_back(kind.id.text(), theme.box(&kind, tone));
        styles.emplace_back("unknown kind", theme.box(nullptr, SubnetTone::Unknown));
        return styles;
    }
    QColor ground(const BoxStyle& box) const { return box.fill.alpha() == 0 ? theme.background : box.fill; }
    QColor label() const
    {
        QColor fill = theme.labelFill;
        fill.setAlpha(255);
        return fill;
    }
};

TEST_P(ContrastTest, TextCanBeReadOnEveryGround)
{
    EXPECT_GE(contrast(theme.text, theme.background), kText);
    EXPECT_GE(contrast(theme.mutedText, theme.background), kText);
    EXPECT_GE(contrast(theme.mutedText, label()), kText) << "labels of connections";
    EXPECT_GE(contrast(theme.text, theme.noteFill), kText);
    for (const auto& [kind, box] : boxes()) {
        EXPECT_GE(contrast(theme.text, ground(box)), kText) << kind;
        EXPECT_GE(contrast(theme.mutedText, ground(box)), kText) << kind;
        EXPECT_GE(contrast(box.title, ground(box)), kText) << kind;
        EXPECT_GE(contrast(box.title, label()), kText) << kind << ": titles of frames";
    }
}

TEST_P(ContrastTest, LinesAndBordersAreSeenOnEveryGround)
{
    for (const auto& [kind, box] : boxes()) {
        EXPECT_GE(contrast(box.border, theme.background), kMark) << kind;
        EXPECT_GE(contrast(box.border, ground(box)), kMark) << kind;
        for (const char* relation : {"", "replication", "deploy", "dns", "event", "observe", "manage", "attach"})
            EXPECT_GE(contrast(theme.line(relation).colour, ground(box)), kMark) << relation << " in " << kind;
    }
}

TEST_P(ContrastTest, MarksOfFindingsAreRead)
{
    using model::lint::Severity;
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        Overlays overlays;
        overlays.badges["app"] = severity;
        const DisplayList picture = test::SampleScene().picture(overlays, theme);
        ASSERT_EQ(picture.items().back().type, PrimitiveType::Badge);
        const Badge& badge = picture.badge(picture.items().back());
        EXPECT_GE(contrast(QColor::fromRgb(badge.glyph), QColor::fromRgb(badge.fill)), kMark);
    }
}

INSTANTIATE_TEST_SUITE_P(Themes, ContrastTest,
                         testing::Values(Named{"light", Theme::light()}, Named{"dark", Theme::dark()},
                                         Named{"print", Theme::print()}),
                         [](const auto& test) { return test.param.first; });

}  // namespace
}  // namespace lintel::rendering
