#include "app/cli/editor_arguments.h"

#include "app/cli/cli.h"
#include "app/cli/usage.h"

#include <algorithm>

namespace lintel::app::cli {

std::optional<EditorArguments> editorArguments(std::vector<std::string> arguments, Streams streams)
{
    const Context context = contextOf(arguments, streams);
    CLI::App app(context.text("cli.summary"), "lintel");
    CommonOptions common;
    addCommonOptions(app, context, common);
    EditorArguments read;
    app.add_option("FILE", read.files);
    try {
        std::reverse(arguments.begin(), arguments.end());
        app.parse(std::move(arguments));
    } catch (const CLI::ParseError& problem) {
        failUsage(context, problem);
        return std::nullopt;
    }
    if (!common.language.empty()) read.language = model::text::languageFrom(common.language);
    read.catalogueFolder = common.catalogueFolder;
    return read;
}

}  // namespace lintel::app::cli
