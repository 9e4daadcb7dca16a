#include "rendering/theme/theme.h"

#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

namespace lintel::rendering {
namespace {

/// WCAG's relative luminance.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

const std::vector<Theme> kThemes{Theme::light(), Theme::dark(), Theme::print()};
constexpr const char* kRelations[] = {"traffic", "replication", "deploy", "dns",
                                      "event",   "observe",     "manage", "attach"};

TEST(Theme, TextIsReadableOnEveryGround)
{
    const auto& catalogue = model::embedded::catalogue();
    for (const Theme& theme : kThemes) {
        EXPECT_GE(contrast(theme.text, theme.background), 7);
        EXPECT_GE(contrast(theme.mutedText, theme.background), 4.5);
        for (const model::catalogue::Kind& kind : catalogue.kinds()) {
            for (const SubnetTone tone :
                 {SubnetTone::Unknown, SubnetTone::Public, SubnetTone::Private, SubnetTone::Isolated}) {
                const BoxStyle style = theme.box(&kind, tone);
                const QColor ground = style.fill.alpha() == 0 ? theme.background : style.fill;
                EXPECT_GE(contrast(style.title, ground), 4.5) << kind.id.text();
                EXPECT_GE(contrast(theme.text, ground), 7) << kind.id.text();
                EXPECT_GE(contrast(theme.mutedText, ground), 4.5) << kind.id.text();
                EXPECT_GE(contrast(style.border, theme.background), 2.5) << kind.id.text() << ": a border is seen";
            }
        }
    }
}

TEST(Theme, LinesAreSeen)
{
    for (const Theme& theme : kThemes)
        for (const char* relation : kRelations)
            EXPECT_GE(contrast(theme.line(relation).colour, theme.background), 2.2) << relation;
}

TEST(Theme, RelationsDifferByMoreThanTheirColour)
{
    std::set<Dash> dashes;
    for (const char* relation : kRelations) {
        // An attachment is dotted as monitoring is, but has no arrow.
        if (std::string_view(relation) == "attach") continue;
        EXPECT_TRUE(dashes.insert(Theme::light().line(relation).dash).second) << relation;
    }
}

}  // namespace
}  // namespace lintel::rendering
