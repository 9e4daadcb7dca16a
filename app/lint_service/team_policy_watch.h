#pragma once

#include "model/base/error.h"
#include "model/catalogue/catalogue.h"
#include "model/lint/circumstances.h"

#include <QString>

#include <filesystem>
#include <optional>
#include <string>

namespace lintel::app {

/// The team's policy for the design of a window, read anew when its file has changed.
class TeamPolicyWatch {
public:
    /// What the design at `path` is judged by. A policy that cannot be read is not applied, and problem() says why.
    model::lint::Circumstances circumstancesFor(const QString& path, const model::catalogue::Catalogue& catalogue);
    const std::optional<model::Error>& problem() const { return m_problem; }

private:
    std::string m_file;
    std::filesystem::file_time_type m_changed;
    std::shared_ptr<const model::lint::Policy> m_policy;
    std::optional<model::Error> m_problem;
};

}  // namespace lintel::app
