// The long check, by hand: every kind alone with a simulated apply, and many random designs.
//   lintel_terraform_campaign [FIRST-SEED [LAST-SEED [BLOCKS]]]      seeds 1 to 300 of 40 blocks by default
//   lintel_terraform_campaign kinds [KIND...]                        the kinds only, or the named ones
#include "model/embedded/embedded.h"
#include "tests/exporters/terraform/every_kind.h"
#include "tests/exporters/terraform/terraform_check.h"
#include "tests/support/random_document.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>
#include <string_view>

namespace {

using namespace lintel;
namespace tf = exporters::terraform::test;

struct Tally {
    int passed = 0;
    int failed = 0;

    void count(const std::string& name, const tf::CheckResult& result)
    {
        ++(result.code == 0 ? passed : failed);
        if (result.code != 0) std::cout << "FAILED " << name << "\n" << result.output << std::endl;
    }
};

int number(int argc, char** argv, int at, int fallback) { return argc > at ? std::atoi(argv[at]) : fallback; }

}  // namespace

int main(int argc, char** argv)
{
    const auto program = tf::terraformCheck();
    if (!program) {
        std::cerr << "terraform or the offline check is missing: nothing was checked\n";
        return 2;
    }
    const auto& catalogue = model::embedded::catalogue();
    const bool onlyKinds = argc > 1 && std::string_view(argv[1]) == "kinds";
    const std::set<std::string> wanted(argv + std::min(argc, 2), argv + argc);
    Tally kinds;
    for (const model::catalogue::Kind& kind : catalogue.kinds()) {
        if (argc > 1 && !onlyKinds) break;  // Named seeds: only those.
        if (onlyKinds && !wanted.empty() && wanted.count(kind.id.text()) == 0) continue;
        kinds.count(kind.id.text(), tf::runTerraformCheck(*program, tf::exported(tf::designWith(kind)), "--apply"));
    }
    Tally designs;
    const int blocks = number(argc, argv, 3, 40);
    for (int seed = number(argc, argv, 1, 1); !onlyKinds && seed <= number(argc, argv, 2, 300); ++seed) {
        designs.count("seed " + std::to_string(seed),
                      tf::runTerraformCheck(*program, tf::exported(lintel::test::randomDocument(
                                                          static_cast<std::uint32_t>(seed), blocks, catalogue))));
    }
    std::cout << "kinds: " << kinds.passed << " passed, " << kinds.failed
              << " failed; random designs: " << designs.passed << " passed, " << designs.failed << " failed\n";
    return kinds.failed + designs.failed == 0 ? 0 : 1;
}
