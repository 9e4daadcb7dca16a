#pragma once

#include "app/settings/words.h"
#include "model/document/document.h"
#include "model/lint/finding.h"

#include <QTextBrowser>

#include <map>

namespace lintel::app::problems {

/// Why a finding matters and what to do about it: its message, the path that proves it, the reason, a picture of before
/// and after, the decision about it, and where to read on.
class FindingExplanation : public QTextBrowser {
    Q_OBJECT

public:
    FindingExplanation(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                       const settings::Words& words, QWidget* parent = nullptr);

    void show(const model::Document& document, const model::lint::Finding& finding);
    /// Nothing is chosen.
    void showHint(bool isAnythingListed);
    void setDark(bool dark);

private:
    QString pathText(const model::Document& document, const model::lint::Finding& finding) const;
    QString decisionText(const model::Document& document, const model::lint::Finding& finding) const;
    QString pictureTag(const std::string& rule);
    QString textOf(const model::lint::Finding& finding, const char* part) const;

    const model::catalogue::Catalogue& m_catalogue;
    const model::text::Messages& m_messages;
    const settings::Words& m_words;
    std::map<std::string, QImage> m_pictures;  ///< by rule, language and theme; drawn when first wanted
    bool m_isDark = false;
};

/// Names of blocks by a separator; connections are told by what they join.
QString namesOf(const model::Document& document, const std::vector<std::string>& ids, const QString& separator);

}  // namespace lintel::app::problems
