#pragma once

#include "app/latest_job.h"
#include "model/catalogue/catalogue.h"
#include "model/lint/finding.h"

#include <QObject>

#include <vector>

namespace lintel::app::canvas {

/// What lint would say of a design that is only being previewed. Runs on a worker; while one draft is looked at, only
/// the newest of those that come in is kept.
class DraftVerdict : public QObject {
    Q_OBJECT

public:
    explicit DraftVerdict(const model::catalogue::Catalogue& catalogue, QObject* parent = nullptr);

    void ask(const model::Document& draft);
    /// Nobody wants to know any more.
    void cancel() { m_job.drop(); }

Q_SIGNALS:
    void arrived(const std::vector<model::lint::Finding>& findings);

private:
    const model::catalogue::Catalogue& m_catalogue;
    LatestJob m_job;
};

}  // namespace lintel::app::canvas
