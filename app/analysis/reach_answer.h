#pragma once

#include "model/analysis/analyses.h"
#include "model/lint/finding.h"

#include <optional>
#include <vector>

namespace lintel::app::analysis {

/// "Can `from` reach `to`?"
struct ReachQuestion {
    model::BlockId from;  ///< empty: the internet at large
    model::BlockId to;
    std::optional<int> port;  ///< none: every port that `to` serves

    bool operator==(const ReachQuestion&) const = default;
};

/// Of one port.
struct PortAnswer {
    model::analysis::Query query;
    model::analysis::Reach reach;
};

/// By port, and where both ends have addresses of both families, by family. Empty when nothing says which ports the
/// receiver serves.
using ReachAnswer = std::vector<PortAnswer>;

ReachAnswer answerTo(const ReachQuestion& question, const model::analysis::Analyses& analyses);

/// The blocks that send or receive packets at all, in id order.
std::vector<model::BlockId> endsIn(const model::analysis::Analyses& analyses);

/// Of the fixes that lint has for these findings, those that leave less in the way of the question.
std::vector<model::lint::Fix> fixesFor(const ReachQuestion& question, const std::vector<model::lint::Finding>& findings,
                                       const model::analysis::Analyses& analyses);

/// The words of a port: `TCP 443`, `TCP 443 (IPv6)`.
std::string portText(const model::analysis::Query& query);

}  // namespace lintel::app::analysis
