#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

#include <string_view>

namespace lintel::model::lint::rules {

namespace {

/// `latest`, said or meant: an image name without tag and digest.
bool isLatest(std::string_view image)
{
    if (image.empty() || image.find('@') != std::string_view::npos) return false;
    const std::string_view last = image.substr(image.rfind('/') == std::string_view::npos ? 0 : image.rfind('/') + 1);
    const std::size_t colon = last.find(':');
    return colon == std::string_view::npos || last.substr(colon + 1) == "latest";
}

/// Pipelines push to it or something runs from it; a repository that is only drawn says nothing yet.
bool isUsed(const Context& context, const BlockId& repository)
{
    return !context.graph.incoming(repository).empty() || !context.graph.outgoing(repository).empty();
}

std::vector<BlockId> workloadsOfLatest(const Context& context)
{
    std::vector<BlockId> workloads;
    for (const char* kind : {"ecs-service", "eks-workload"})
        for (const BlockId& id : context.graph.blocksOfKind(kind))
            if (isLatest(context.graph.value(id, "image").toString())) workloads.push_back(id);
    return workloads;
}

void check(const Context& context, Report& report)
{
    const std::vector<BlockId> latest = workloadsOfLatest(context);
    for (const BlockId& id : latest)
        report.add(id)
            .with("name", labelOf(context.graph, id))
            .with("image", context.graph.value(id, "image").toString());
    for (const BlockId& repository : context.graph.blocksOfKind("ecr")) {
        if (context.graph.value(repository, "immutable-tags").toBool() || !isUsed(context, repository)) continue;
        const std::string name = labelOf(context.graph, repository);
        edit::Transaction transaction(context.document);
        transaction.setProperty(repository, "immutable-tags", true);
        report.add(repository)
            .variant("repository")
            .with("name", name)
            // Where something runs `latest`, the next push to an immutable tag would fail.
            .fix("immutable-tags", latest.empty(),
                 transaction.finish({"rule.mutable-image.fix.immutable-tags", {{"name", name}}}));
    }
}

}  // namespace

Rule mutableImage() { return {"mutable-image", "operations", Severity::Warning, Softening::ByProfile, check}; }

}  // namespace lintel::model::lint::rules
