#include "exporters/terraform/folder/terraform_folder.h"

namespace lintel::exporters::terraform::folder {

model::Result<Plan> planTerraform(const std::filesystem::path& folder, const model::Document& document,
                                  const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                                  model::text::Language language)
{
    const auto before = readManifest(folder);
    if (!before) return before.error();
    Export result = exportWithRecords(document, catalogue, messages, language, before->project);
    Manifest after;
    after.moves = movesBetween(*before, result.resources);
    after.resources = std::move(result.resources);
    after.project = std::move(result.project);
    if (!after.moves.empty()) {
        result.files.push_back(
            {"moved.tf", movedFile(after.moves, messages.render(model::Message("terraform.comment.moved"), language))});
    }
    return planExport(folder, *before, result.files, std::move(after));
}

}  // namespace lintel::exporters::terraform::folder
