#pragma once

#include "app/settings/words.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lintel::app {

/// What to export, how, and where to. Choices that a format does not know are off.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `stem` is the path of the design without its ending.
    ExportDialog(const settings::Words& words, QString stem, bool dark, QWidget* parent = nullptr);

    std::string type() const;       ///< as `lintel export -t` names it
    std::string theme() const;
    double scale() const;
    bool isTransparent() const;
    QString target() const;
    bool isFolder() const { return type() == "terraform"; }

private:
    void build();
    void showFormat();
    void browse();
    QString proposedTarget() const;

    const settings::Words& m_words;
    QString m_stem;
    QComboBox* m_type;
    QLabel* m_about;
    QComboBox* m_theme;
    QDoubleSpinBox* m_scale;
    QCheckBox* m_transparent;
    QLineEdit* m_target;
    QPushButton* m_export;
    bool m_isTargetChosen = false;
};

}  // namespace lintel::app
