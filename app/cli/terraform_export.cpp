#include "app/cli/terraform_export.h"

#include "app/cli/exit_code.h"
#include "exporters/terraform/folder/terraform_folder.h"

#include <filesystem>
#include <ostream>

namespace lintel::app::cli {

namespace {

using exporters::terraform::folder::Plan;

void tell(const Context& context, const std::string& id, const std::string& path)
{
    context.streams.err << context.text("terraform.folder." + id, {{"path", path}}) << "\n";
}

int refuse(const Context& context, const Plan& plan)
{
    for (const auto& edited : plan.edited) {
        tell(context, "edited", edited.path);
        context.streams.err << edited.difference;
    }
    context.streams.err << context.text("terraform.folder.edited-hint") << "\n";
    return kFound;
}

}  // namespace

int exportTerraformInto(const Context& context, const std::string& folder, const model::Document& document,
                        model::text::Language language, bool force)
{
    namespace tf = exporters::terraform::folder;
    const auto plan = tf::planTerraform(folder, document, context.catalogue, context.messages, language);
    if (!plan) return context.fail(plan.error());
    if (!plan->edited.empty() && !force) return refuse(context, *plan);
    for (const std::string& path : plan->merged) tell(context, "merged", path);
    for (const std::string& path : plan->kept) tell(context, "kept", path);
    const auto done = tf::carryOut(*plan, folder);
    return done ? kFine : context.fail(done.error());
}

}  // namespace lintel::app::cli
