#pragma once

#include "app/analysis/inquiry.h"
#include "app/analysis/reach_answer.h"
#include "app/settings/words.h"

namespace lintel::app::analysis {

/// What the network makes of the one selected block, in words: public or private by its routes, and what of it the
/// internet reaches. Worked out on a worker for what is selected.
class DerivedFacts : public QObject {
    Q_OBJECT

public:
    DerivedFacts(session::DocumentSession& session, std::shared_ptr<model::analysis::AnalysisCache> cache,
                 const settings::Words& words);

    /// Empty while it is not known, and for blocks that no packet concerns.
    QString textOf(const model::BlockId& block) const;

Q_SIGNALS:
    /// textOf() may say something else.
    void changed();

private:
    /// About one block.
    struct Facts {
        model::BlockId block;
        model::analysis::SubnetClass routes = model::analysis::SubnetClass::Unknown;
        std::optional<model::analysis::SubnetClass> ipv6;  ///< of the subnet, when it has a range of IPv6
        bool isEnd = false;                                ///< it sends or receives packets
        ReachAnswer fromInternet;
    };

    void ask();
    static Facts factsOf(const model::BlockId& block, const model::analysis::Analyses& analyses);

    session::DocumentSession& m_session;
    const settings::Words& m_words;
    InquiryFor<Facts> m_answer;
};

}  // namespace lintel::app::analysis
