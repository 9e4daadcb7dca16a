#pragma once

#include "app/settings/words.h"
#include "model/lint/finding.h"

#include <QWidget>

class QVBoxLayout;

namespace lintel::app::inspector {

/// What lint says about the element whose fields are shown; a click leads to the problem.
class FindingStrip : public QWidget {
    Q_OBJECT

public:
    explicit FindingStrip(const settings::Words& words, QWidget* parent = nullptr);

    void show(const std::vector<model::lint::Finding>& findings, const std::string& element, bool dark);

Q_SIGNALS:
    void clicked(const std::string& element);

private:
    const settings::Words& m_words;
    QVBoxLayout* m_layout;
};

}  // namespace lintel::app::inspector
