// lintel_campaign_draw BLOCKS SEED DRAWING.json [DESIGN.lintel.yaml]: lays a random design out and writes the geometry
// (and the design). Prints milliseconds of the processor: for placing, for routing.

#include "exporters/json/geometry_exporter.h"
#include "model/embedded/embedded.h"
#include "model/io/writer.h"
#include "model/layout/layout.h"
#include "tests/support/fixed_text_metrics.h"
#include "tests/support/network_design.h"

#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>

namespace {

using namespace lintel;

double millisecondsSince(std::clock_t start)
{
    return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

bool write(const char* path, const std::string& text)
{
    std::ofstream file(path, std::ios::binary);
    file << text;
    return static_cast<bool>(file.flush());
}

}  // namespace

int main(int argc, char** argv)
{
    const int blocks = argc >= 4 ? std::atoi(argv[1]) : 0;
    if (blocks <= 0) {
        std::cerr << "usage: lintel_campaign_draw BLOCKS SEED DRAWING.json [DESIGN.lintel.yaml]\n";
        return 2;
    }
    const auto& catalogue = model::embedded::catalogue();
    const test::FixedTextMetrics metrics;
    const model::Document bare =
        test::networkDesign(blocks, static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
    std::clock_t start = std::clock();
    const auto placed =
        model::edit::apply(bare, model::layout::arrange(bare, catalogue, metrics, model::layout::Scope::All));
    if (!placed) return 1;
    std::cout << millisecondsSince(start);
    start = std::clock();
    const model::layout::Geometry geometry = model::layout::geometryOf(*placed, catalogue, metrics);
    std::cout << ' ' << millisecondsSince(start) << '\n';
    if (argc > 4 && !write(argv[4], model::io::write(*placed, {}, catalogue))) return 1;
    return write(argv[3], exporters::json::exportGeometry(geometry, *placed)) ? 0 : 1;
}
