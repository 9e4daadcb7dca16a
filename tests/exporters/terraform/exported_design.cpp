#include "tests/exporters/terraform/exported_design.h"

#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"

#include <gtest/gtest.h>

namespace lintel::exporters::terraform::test {

Files exported(const model::Document& document, model::text::Language language)
{
    Files files;
    for (const ExportedFile& file :
         exportTerraform(document, model::embedded::catalogue(), model::embedded::messages(), language)) {
        EXPECT_TRUE(files.emplace(file.path, file.bytes).second) << "written twice: " << file.path;
    }
    return files;
}

model::Document templateNamed(std::string_view name)
{
    for (const model::embedded::Template& entry : model::embedded::templates()) {
        if (entry.name != name) continue;
        const auto source = model::io::read(entry.text, entry.name, model::embedded::catalogue());
        EXPECT_TRUE(source) << name;
        return source ? source->document : model::Document();
    }
    ADD_FAILURE() << "no template " << name;
    return {};
}

std::string codeOf(const Files& files)
{
    std::string code;
    for (const auto& [path, bytes] : files) {
        if (path.ends_with(".tf")) code += bytes;
    }
    return code;
}

std::string blockOf(const Files& files, std::string_view address)
{
    const bool data = address.starts_with("data.");
    if (data) address.remove_prefix(5);
    const std::size_t dot = address.find('.');
    const std::string start = std::string("\n") + (data ? "data" : "resource") + " \"" +
                              std::string(address.substr(0, dot)) + "\" \"" + std::string(address.substr(dot + 1)) +
                              "\" {";
    const std::string code = codeOf(files);
    const std::size_t at = code.find(start);
    return at == std::string::npos ? std::string() : code.substr(at + 1, code.find("\n}\n", at) + 2 - at);
}

}  // namespace lintel::exporters::terraform::test
