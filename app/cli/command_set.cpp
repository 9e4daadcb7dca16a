#include "app/cli/command_set.h"

namespace lintel::app::cli {

CLI::App& CommandSet::add(const std::string& name, Action action)
{
    CLI::App* command = m_app.add_subcommand(name, text("cli." + name + ".summary"));
    command->fallthrough();
    command->group(text("cli.help.commands"));
    command->set_help_flag("-h,--help", text("cli.option.help"));
    m_actions[command] = std::move(action);
    return *command;
}

const CommandSet::Action* CommandSet::chosen() const
{
    for (const CLI::App* command : m_app.get_subcommands())
        if (const auto found = m_actions.find(command); found != m_actions.end()) return &found->second;
    return nullptr;
}

void allowOnly(CLI::Option& option, const std::vector<std::string>& words)
{
    std::string list;
    for (const std::string& word : words) list += (list.empty() ? "" : "|") + word;
    option.type_name(list);
    option.check([words, list](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end() ? std::string() : word + " (" + list + ")";
    });
}

}  // namespace lintel::app::cli
