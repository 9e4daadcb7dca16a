#include "app/cli/context.h"

#include "app/cli/exit_code.h"

#include <ostream>

namespace lintel::app::cli {

std::string Context::text(const std::string& id, std::vector<model::MessageArgument> arguments) const
{
    return messages.render(model::Message(id, std::move(arguments)), language);
}

const std::string& Context::text(const model::catalogue::Translated& translated) const
{
    return translated.in(model::text::codeOf(language));
}

int Context::fail(const model::Error& error) const
{
    streams.err << messages.render(error, language) << '\n';
    return kUnusable;
}

int Context::fail(const std::string& messageId, std::vector<model::MessageArgument> arguments) const
{
    return fail(model::makeError(messageId, std::move(arguments)));
}

}  // namespace lintel::app::cli
