#include "app/lint_service/team_policy_watch.h"

#include "app/cli/team_policy.h"
#include "app/qt_text.h"
#include "model/io/policy_reader.h"
#include "model/lint/policy.h"

namespace lintel::app {

model::lint::Circumstances TeamPolicyWatch::circumstancesFor(const QString& path,
                                                             const model::catalogue::Catalogue& catalogue)
{
    model::lint::Circumstances circumstances;
    circumstances.today = cli::today();
    // A design that is not saved yet is nobody's: no folder says what holds for it.
    const std::string file = path.isEmpty() ? std::string() : cli::policyPathFor(fromQString(path));
    std::error_code ignored;
    const auto changed =
        file.empty() ? std::filesystem::file_time_type() : std::filesystem::last_write_time(file, ignored);
    if (file != m_file || changed != m_changed) {
        m_file = file;
        m_changed = changed;
        m_policy.reset();
        m_problem.reset();
        if (!file.empty()) {
            auto policy = model::io::readPolicyFile(file, catalogue);
            if (policy)
                m_policy = std::make_shared<const model::lint::Policy>(std::move(policy).value());
            else
                m_problem = policy.error();
        }
    }
    circumstances.policy = m_policy;
    return circumstances;
}

}  // namespace lintel::app
