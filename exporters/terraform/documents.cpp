#include "exporters/terraform/documents.h"

#include "exporters/terraform/root_files.h"

namespace lintel::exporters::terraform {

namespace {

constexpr std::size_t kLongestText = 600;

/// Text inside a Markdown table cell: nothing of it is markup.
std::string cell(std::string_view text, std::size_t longest = 120)
{
    std::string escaped;
    for (const char c : hcl::oneLine(text, longest)) {
        if (c == '<') {
            escaped += "&lt;";
            continue;
        }
        if (std::string_view("\\`*_{}[]|>#!").find(c) != std::string_view::npos) escaped.push_back('\\');
        escaped.push_back(c);
    }
    return escaped;
}

std::string nameOf(const Design& design, const model::Document& document, const std::string& id)
{
    if (const model::Block* block = document.blocks.find(model::BlockId(id)))
        return design.kindTitle(*block) + ": " + block->label();
    const model::Connection* connection = document.connections.find(model::ConnectionId(id));
    if (!connection) return id;
    const model::Block* from = document.blocks.find(connection->from);
    const model::Block* to = document.blocks.find(connection->to);
    const std::string ends =
        (from ? from->label() : connection->from.text()) + " → " + (to ? to->label() : connection->to.text());
    return connection->name.empty() ? ends : connection->name + ": " + ends;
}

std::string row(const Configuration& configuration, const model::Document& document, const Configuration::LeftOut& left)
{
    return "| " + cell(left.element) + " | " + cell(nameOf(configuration.design(), document, left.element)) + " | " +
           cell(left.text, kLongestText) + " |\n";
}

std::string table(const Configuration& configuration, const model::Document& document, bool blocks)
{
    const Design& design = configuration.design();
    std::string rows;
    for (const Configuration::LeftOut& left : configuration.leftOut()) {
        if (document.blocks.contains(model::BlockId(left.element)) == blocks)
            rows += row(configuration, document, left);
    }
    if (rows.empty()) return {};
    return "\n## " + design.message(blocks ? "document.blocks" : "document.connections") + "\n\n| " +
           design.message("document.id") + " | " + design.message("document.element") + " | " +
           design.message("document.next-step") + " |\n| --- | --- | --- |\n" + rows;
}

/// A rendered string as text in a cell: without its quotes, the rest escaped for Markdown.
std::string unquoted(std::string text)
{
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    return cell(text, kLongestText);
}

std::string inputs(const Configuration& configuration)
{
    const Design& design = configuration.design();
    std::string rows = "| " + design.message("document.name") + " | " + design.message("document.description") + " | " +
                       design.message("document.default") + " |\n| --- | --- | --- |\n";
    for (const hcl::Block& variable : variables(configuration)) {
        const std::string value = variable.value("default");
        rows += "| `" + variable.labels().front() + "` | " + unquoted(variable.value("description")) + " | " +
                (value.empty() ? design.message("document.required") : "`" + value + "`") + " |\n";
    }
    return rows;
}

std::string outputs(const Configuration& configuration)
{
    std::string rows;
    for (const auto& [name, block] : configuration.outputs())
        rows += "- `" + name + "`: " + unquoted(block.value("description")) + "\n";
    return rows;
}

}  // namespace

ExportedFiles documents(const Configuration& configuration, const model::Document& document)
{
    const Design& design = configuration.design();
    const std::string& title = design.document().settings().title;
    std::string readme = "# " + cell(title.empty() ? design.message("document.untitled") : title) + "\n\n" +
                         design.message("document.purpose") + "\n\n" +
                         design.message("document.requires", {{"version", leastVersion(configuration)}}) +
                         "\n\n```sh\n" +
                         "cp terraform.tfvars.example terraform.tfvars\nterraform init\nterraform plan -out "
                         "design.tfplan\nterraform apply design.tfplan\n```\n\n" +
                         design.message("document.backend") + "\n\n" + design.message("document.again") + "\n\n## " +
                         design.message("document.inputs") + "\n\n" + inputs(configuration);
    if (!configuration.outputs().empty()) {
        readme += "\n## " + design.message("document.outputs") + "\n\n";
        readme += outputs(configuration);
    }
    ExportedFiles files;
    if (!configuration.leftOut().empty()) {
        readme += "\n" + design.message("document.see-not-exported") + "\n";
        files.push_back({"NOT-EXPORTED.md", "# " + design.message("document.not-exported") + "\n\n" +
                                                design.message("document.not-exported-intro") + "\n" +
                                                table(configuration, document, true) +
                                                table(configuration, document, false)});
    }
    files.push_back({"README.md", std::move(readme)});
    return files;
}

}  // namespace lintel::exporters::terraform
