#pragma once

#include "exporters/exported_file.h"
#include "model/document/document.h"
#include "model/text/language.h"

#include <map>
#include <string>
#include <string_view>

namespace lintel::exporters::terraform::test {

/// What an export wrote, by path.
using Files = std::map<std::string, std::string>;

Files exported(const model::Document& document, model::text::Language language = model::text::Language::English);
/// A built-in template by its name.
model::Document templateNamed(std::string_view name);
/// All `.tf` files in one text, in the order of their paths.
std::string codeOf(const Files& files);
/// One `resource` or `data` block by its address, `aws_vpc.main`; empty when there is none.
std::string blockOf(const Files& files, std::string_view address);

}  // namespace lintel::exporters::terraform::test
