#include "model/embedded/embedded.h"
#include "model/io/reader.h"
#include "model/layout/layout.h"
#include "tests/model/layout/drawing_checks.h"
#include "tests/support/fixed_text_metrics.h"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace lintel::model::layout {
namespace {

using testing::IsEmpty;

const test::FixedTextMetrics kMetrics;

class TemplateLayout : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        for (const embedded::Template& entry : embedded::templates()) {
            if (entry.name != GetParam()) continue;
            const auto source = io::read(entry.text, entry.name, embedded::catalogue());
            ASSERT_TRUE(source);
            m_document = test::withoutPlacements(source->document);
        }
        m_geometry = geometryOf(m_document, embedded::catalogue(), kMetrics);
    }

    std::vector<const Block*> blocksOf(const char* kind) const
    {
        std::vector<const Block*> found;
        for (const Block& block : m_document.blocks)
            if (block.kind.text() == kind) found.push_back(&block);
        return found;
    }
    const Rect& rect(const BlockId& id) const { return m_geometry.find(id)->rect; }

    Document m_document;
    Geometry m_geometry;
};

TEST_P(TemplateLayout, IsInOrder) { EXPECT_THAT(test::drawingFaults(m_geometry), IsEmpty()); }

TEST_P(TemplateLayout, RoutesPassNoForeignBlockAndNoLabel)
{
    EXPECT_THAT(test::routeFaults(m_geometry, m_document), IsEmpty());
}

TEST_P(TemplateLayout, FramesHoldTheirMembersAndNothingElse)
{
    EXPECT_THAT(test::frameFaults(m_geometry, m_document), IsEmpty());
}

TEST_P(TemplateLayout, ConnectionsKeepApart) { EXPECT_THAT(test::bundleFaults(m_geometry), IsEmpty()); }

TEST_P(TemplateLayout, HasAPleasantShape)
{
    const double shape = static_cast<double>(m_geometry.bounds.width) / m_geometry.bounds.height;
    EXPECT_GT(shape, 0.5);
    EXPECT_LT(shape, 2.5);
}

TEST_P(TemplateLayout, ZonesAreEqualColumnsSideBySide)
{
    const auto zones = blocksOf("availability-zone");
    for (const Block* zone : zones) {
        if (zone->parent != zones.front()->parent) continue;
        EXPECT_EQ(rect(zone->id).y, rect(zones.front()->id).y);
        EXPECT_EQ(rect(zone->id).size(), rect(zones.front()->id).size());
    }
}

TEST_P(TemplateLayout, SubnetsOfATierFormRowsAcrossZones)
{
    std::map<std::pair<BlockId, std::string>, std::map<BlockId, std::set<std::pair<int, int>>>> rows;
    for (const Block* subnet : blocksOf("subnet")) {
        const Block* zone = m_document.blocks.find(subnet->parent);
        rows[{zone->parent, subnet->property("tier").toString()}][zone->id].emplace(rect(subnet->id).y,
                                                                                    rect(subnet->id).height);
    }
    for (const auto& [tier, zones] : rows) {
        for (const auto& [zone, places] : zones) {
            const auto& first = zones.begin()->second;
            if (places.size() != first.size()) continue;
            EXPECT_EQ(places, first) << tier.second << " in " << zone.text();
        }
    }
}

TEST_P(TemplateLayout, InternetGatewaysStraddleTheTopOfTheirVpc)
{
    for (const Block* gateway : blocksOf("internet-gateway")) {
        const BlockGeometry* drawn = m_geometry.find(gateway->id);
        EXPECT_TRUE(drawn->onBorder);
        EXPECT_EQ(drawn->icon.center().y, rect(gateway->parent).top());
    }
}

TEST_P(TemplateLayout, PeopleStandAboveTheNetworkTheyUse)
{
    for (const Block* users : blocksOf("users")) {
        if (!users->parent.isEmpty()) continue;
        for (const Block* vpc : blocksOf("vpc")) EXPECT_LT(rect(users->id).bottom(), rect(vpc->id).top());
    }
}

TEST_P(TemplateLayout, LinesEndAtSomethingThatIsSeen)
{
    for (const Route& route : m_geometry.routes) {
        const Connection& connection = *m_document.connections.find(route.id);
        for (const auto& [id, end] :
             {std::pair(connection.from, route.points.front()), std::pair(connection.to, route.points.back())}) {
            const BlockGeometry& block = *m_geometry.find(id);
            if (block.isContainer) continue;
            const Rect reach{end.x - 4, end.y - 4, 9, 9};
            EXPECT_TRUE(reach.intersects(block.icon) || reach.intersects(block.name.rect) ||
                        reach.intersects(block.detail.rect))
                << route.id.text() << " at " << id.text();
        }
    }
}

TEST_P(TemplateLayout, WhatBelongsToOneBlockStandsBelowIt)
{
    for (const Block* address : blocksOf("elastic-ip")) {
        for (const Connection& connection : m_document.connections) {
            const Block* host = connection.from == address->id ? m_document.blocks.find(connection.to) : nullptr;
            if (!host || host->parent != address->parent) continue;
            EXPECT_GT(rect(address->id).top(), rect(host->id).bottom());
            EXPECT_LT(rect(address->id).top(), rect(host->id).bottom() + 40);
            EXPECT_NEAR(rect(address->id).center().x, rect(host->id).center().x, 8);
        }
    }
}

std::vector<std::string> templateNames()
{
    std::vector<std::string> names;
    for (const embedded::Template& entry : embedded::templates()) names.push_back(entry.name);
    return names;
}

std::string testName(const testing::TestParamInfo<std::string>& info)
{
    std::string name = info.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(All, TemplateLayout, testing::ValuesIn(templateNames()), testName);

}  // namespace
}  // namespace lintel::model::layout
