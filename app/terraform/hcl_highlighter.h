#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace lintel::app::terraform {

/// Colours Terraform code: comments, block types, attributes, strings with what is inserted into them, numbers.
class HclHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit HclHighlighter(QTextDocument* document);

    void setDark(bool dark);

protected:
    void highlightBlock(const QString& line) override;

private:
    /// Colours a string from its opening quote on; gives where it ends.
    qsizetype colourString(const QString& line, qsizetype from);

    QTextCharFormat m_comment;
    QTextCharFormat m_type;
    QTextCharFormat m_attribute;
    QTextCharFormat m_string;
    QTextCharFormat m_inserted;
    QTextCharFormat m_literal;
};

}  // namespace lintel::app::terraform
