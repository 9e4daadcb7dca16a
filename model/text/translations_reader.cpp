#include "model/text/messages.h"

#include <yaml-cpp/yaml.h>

namespace lintel::model::text {

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void flatten(const YAML::Node& node, const std::string& prefix, Pairs& into)
{
    if (!node.IsMap()) {
        into.emplace_back(prefix, node.Scalar());
        return;
    }
    for (const auto& entry : node) {
        const std::string& key = entry.first.Scalar();
        flatten(entry.second, prefix.empty() ? key : prefix + "." + key, into);
    }
}

}  // namespace

Result<Pairs> readTranslations(std::string_view yaml, const std::string& file)
{
    try {
        Pairs pairs;
        flatten(YAML::Load(std::string(yaml)), {}, pairs);
        return pairs;
    } catch (const YAML::Exception& problem) {
        return makeError("yaml.syntax", {{"detail", problem.msg}},
                         {file, problem.mark.line + 1, problem.mark.column + 1});
    }
}

}  // namespace lintel::model::text
