#include "app/cli/team_policy.h"

#include "model/io/policy_reader.h"
#include "model/lint/policy.h"

#include <ctime>
#include <filesystem>

namespace lintel::app::cli {

namespace fs = std::filesystem;

std::string policyPathFor(const std::string& design)
{
    std::error_code problem;
    const bool isFile = !design.empty() && design != "-";
    fs::path folder =
        isFile ? fs::absolute(design, problem).lexically_normal().parent_path() : fs::current_path(problem);
    while (!problem && !folder.empty()) {
        const fs::path policy = folder / ".lintel" / "policy.yaml";
        std::error_code ignored;
        if (fs::is_regular_file(policy, ignored)) return policy.string();
        const fs::path above = folder.parent_path();
        if (above == folder) break;
        folder = above;
    }
    return {};
}

model::Result<model::lint::Circumstances> circumstancesFor(const std::string& design,
                                                           const model::catalogue::Catalogue& catalogue)
{
    model::lint::Circumstances circumstances;
    circumstances.today = today();
    const std::string path = policyPathFor(design);
    if (path.empty()) return circumstances;
    auto policy = model::io::readPolicyFile(path, catalogue);
    if (!policy) return policy.error();
    circumstances.policy = std::make_shared<const model::lint::Policy>(std::move(policy).value());
    return circumstances;
}

std::string today()
{
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    char text[16];
    std::strftime(text, sizeof text, "%Y-%m-%d", &local);
    return text;
}

}  // namespace lintel::app::cli
