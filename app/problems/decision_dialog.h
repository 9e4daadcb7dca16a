#pragma once

#include "app/settings/words.h"
#include "model/lint/decisions.h"

#include <QDialog>

class QCheckBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;

namespace lintel::app::problems {

/// Asks why a finding is fine as it is, who says so, and until when. There is no way on without a reason.
class DecisionDialog : public QDialog {
    Q_OBJECT

public:
    /// `message` is the finding in words; `known` what was decided before, if anything.
    DecisionDialog(const settings::Words& words, const QString& message, const model::lint::Decision& known,
                   QWidget* parent = nullptr);

    model::lint::Decision decision() const;

private:
    QPlainTextEdit* m_reason;
    QLineEdit* m_by;
    QCheckBox* m_isLimited;
    QDateEdit* m_until;
};

}  // namespace lintel::app::problems
