#include "app/cli/input.h"

#include "model/io/reader.h"

#include <istream>
#include <iterator>

namespace lintel::app::cli {

model::Result<model::io::SourceDocument> readInput(const Context& context, const std::string& path)
{
    if (path != "-") return model::io::readFile(path, context.catalogue);
    std::string text(std::istreambuf_iterator<char>(context.streams.in), {});
    return model::io::read(std::move(text), context.text("cli.standard-input"), context.catalogue);
}

}  // namespace lintel::app::cli
