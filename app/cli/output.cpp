#include "app/cli/output.h"

#include "model/io/writer.h"

#include <ostream>

namespace lintel::app::cli {

model::Result<void> writeOutput(const Context& context, const std::string& path, const std::string& bytes)
{
    if (path != "-") return model::io::writeFileAtomically(path, bytes);
    context.streams.out << bytes << std::flush;
    if (context.streams.out) return {};
    return model::makeError("cli.output-failed");
}

}  // namespace lintel::app::cli
