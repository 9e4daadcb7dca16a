#pragma once

#include "app/settings/words.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace lintel::app {

/// What to export, how, and where to. Choices that a format does not know are off, those of one format only are hidden.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    struct Start {
        QString stem;  ///< the path of the design without its ending
        bool isDark = false;
        bool hasSelection = false;                       ///< something to export alone
        std::function<QString()> terraformSummary = {};  ///< what a configuration would hold; asked when it is chosen
    };
    ExportDialog(const settings::Words& words, Start start, QWidget* parent = nullptr);

    std::string type() const;  ///< as `lintel export -t` names it
    std::string theme() const;
    double scale() const;
    bool isTransparent() const;
    bool isSelectionOnly() const;
    bool hasLegend() const;
    bool hasTitleBlock() const;
    std::string paper() const;  ///< as `lintel export --paper` names it
    bool isPoster() const;
    QString target() const;
    bool isFolder() const { return type() == "terraform"; }

private:
    void build();
    void buildPicture(QFormLayout& form);
    void buildTarget(QFormLayout& form);
    void buildButtons(QFormLayout& form);
    void showFormat();
    void browse();
    QString proposedTarget() const;
    QString about();

    const settings::Words& m_words;
    Start m_start;
    QString m_terraformSummary;
    QComboBox* m_type;
    QLabel* m_about;
    QComboBox* m_theme;
    QDoubleSpinBox* m_scale;
    QCheckBox* m_transparent;
    QCheckBox* m_selectionOnly;
    QCheckBox* m_legend;
    QCheckBox* m_titleBlock;
    QLabel* m_paperTitle;
    QComboBox* m_paper;
    QCheckBox* m_poster;
    QLineEdit* m_target;
    QPushButton* m_export;
    bool m_isTargetChosen = false;
};

}  // namespace lintel::app
