#include "app/terraform/overview_summary.h"

#include <algorithm>

namespace lintel::app::terraform {

QString summaryOf(const exporters::terraform::Overview& overview, const settings::Words& words)
{
    const auto resources =
        std::count_if(overview.parts.begin(), overview.parts.end(), [](const auto& part) { return part.isResource; });
    return words("terraform.summary", {{"files", std::to_string(overview.files.size())},
                                       {"resources", std::to_string(resources)},
                                       {"left", std::to_string(overview.leftOut.size())}});
}

}  // namespace lintel::app::terraform
