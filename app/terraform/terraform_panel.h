#pragma once

#include "app/latest_job.h"
#include "app/session/document_session.h"
#include "app/settings/words.h"
#include "exporters/terraform/terraform_exporter.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace lintel::app::terraform {

class HclHighlighter;

/// The Terraform of what is selected, or of the whole design, while it is drawn. Exports on a worker, and only while
/// it is looked at; an older snapshot's code is never shown for a newer one's.
class TerraformPanel : public QWidget {
    Q_OBJECT

public:
    TerraformPanel(session::DocumentSession& session, const settings::Words& words, QWidget* parent = nullptr);

    void retranslate();
    void setDark(bool dark);

protected:
    void showEvent(QShowEvent* event) override;

private:
    using Overview = exporters::terraform::Overview;

    void later();
    void start();
    void take(std::shared_ptr<const Overview> overview, std::uint64_t version, int edition);
    void fillFiles();
    void showCode();
    QString selectedCode() const;
    QString wholeCode() const;
    model::text::Language language() const;

    session::DocumentSession& m_session;
    const settings::Words& m_words;
    QComboBox* m_files;
    QLabel* m_about;
    QPlainTextEdit* m_code;
    HclHighlighter* m_colours;
    std::shared_ptr<const Overview> m_overview;
    std::optional<std::uint64_t> m_shownVersion;
    int m_edition = 0;  ///< counts the languages
    QTimer m_later;
    LatestJob m_job;
};

}  // namespace lintel::app::terraform
