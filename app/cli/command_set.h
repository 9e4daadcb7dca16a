#pragma once

#include "app/cli/context.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <string>

namespace lintel::app::cli {

/// The subcommands of one run. Each `*_command.cpp` adds itself with what it does when chosen.
class CommandSet {
public:
    using Action = std::function<int(Context&)>;

    CommandSet(CLI::App& app, const Context& texts) : m_app(app), m_texts(texts) {}

    /// The summary is the message `cli.<name>.summary`.
    CLI::App& add(const std::string& name, Action action);
    std::string text(const std::string& id) const { return m_texts.text(id); }
    /// What the parsed subcommand does; null when none was given.
    const Action* chosen() const;

private:
    CLI::App& m_app;
    const Context& m_texts;
    std::map<const CLI::App*, Action> m_actions;
};

/// Limits an option to words; a wrong one is a usage error that lists them.
void allowOnly(CLI::Option& option, const std::vector<std::string>& words);

}  // namespace lintel::app::cli
