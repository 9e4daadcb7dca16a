// Writes the Terraform of a design into a folder: `lintel_export_terraform DESIGN DIR`. For checks by hand.
#include "exporters/terraform/terraform_exporter.h"
#include "model/embedded/embedded.h"
#include "model/io/reader.h"

#include <filesystem>
#include <fstream>
#include <iostream>

int main(int argc, char** argv)
{
    using namespace lintel;
    if (argc != 3) return 2;
    const auto& catalogue = model::embedded::catalogue();
    const auto source = model::io::readFile(argv[1], catalogue);
    if (!source) {
        std::cerr << model::embedded::messages().render(source.error(), model::text::Language::English) << "\n";
        return 2;
    }
    const std::filesystem::path folder(argv[2]);
    for (const exporters::ExportedFile& file : exporters::terraform::exportTerraform(
             source->document, catalogue, model::embedded::messages(), model::text::Language::English)) {
        std::filesystem::create_directories((folder / file.path).parent_path());
        std::ofstream(folder / file.path, std::ios::binary) << file.bytes;
    }
    return 0;
}
