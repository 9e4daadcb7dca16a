#include "tests/model/lint/seeds/seed_row.h"

namespace lintel::test {

const std::vector<SeedRow>& seedRows()
{
    static const std::vector<SeedRow> kRows = [] {
        std::vector<SeedRow> all;
        for (const auto part : {startupRows, otherRows, firstPostRows, teamPostRows, companyPostRows, budgetPostRows})
            for (SeedRow& one : part()) all.push_back(std::move(one));
        return all;
    }();
    return kRows;
}

}  // namespace lintel::test
