#pragma once

#include "model/catalogue/catalogue.h"
#include "model/lint/finding.h"

#include <QObject>
#include <QThreadPool>

#include <optional>
#include <vector>

namespace lintel::app::canvas {

/// What lint would say of a design that is only being previewed. Runs on a worker; while one draft is looked at, only
/// the newest of those that come in is kept.
class DraftVerdict : public QObject {
    Q_OBJECT

public:
    explicit DraftVerdict(const model::catalogue::Catalogue& catalogue, QObject* parent = nullptr);
    ~DraftVerdict() override;

    void ask(const model::Document& draft);
    /// Nobody wants to know any more.
    void cancel();

Q_SIGNALS:
    void arrived(const std::vector<model::lint::Finding>& findings);

private:
    void start();

    const model::catalogue::Catalogue& m_catalogue;
    std::optional<model::Document> m_next;
    std::uint64_t m_wanted = 0;  ///< changes with every question
    bool m_isRunning = false;
    QThreadPool m_pool;
};

}  // namespace lintel::app::canvas
