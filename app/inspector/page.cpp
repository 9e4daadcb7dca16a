#include "app/inspector/page.h"

#include "app/inspector/property_editor.h"
#include "app/inspector/thread_section.h"
#include "app/qt_text.h"
#include "model/edit/operations/comment_element.h"
#include "model/edit/operations/review_thread.h"

#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <memory>

namespace lintel::app::inspector {

namespace {

constexpr int kIcon = 32;

QLabel* makeText(const QString& text, bool bold, double factor)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont font = label->font();
    font.setBold(bold);
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
    return label;
}

}  // namespace

void addHeader(QVBoxLayout& page, const QIcon& icon, const QString& title, const QString& summary)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    if (!icon.isNull()) {
        auto* picture = new QLabel;
        picture->setPixmap(icon.pixmap(kIcon));
        row->addWidget(picture, 0, Qt::AlignTop);
    }
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeText(title, true, 1.1));
    if (!summary.isEmpty()) {
        QLabel* label = makeText(summary, false, 0.95);
        label->setForegroundRole(QPalette::PlaceholderText);
        texts->addWidget(label);
    }
    row->addLayout(texts, 1);
    page.addLayout(row);
}

QFormLayout* addSection(QVBoxLayout& page, const QString& title)
{
    if (!title.isEmpty()) {
        auto* line = new QFrame;
        line->setFrameShape(QFrame::HLine);
        line->setFrameShadow(QFrame::Sunken);
        page.addWidget(line);
        page.addWidget(makeText(title, true, 0.95));
    }
    auto* section = new QFormLayout;
    section->setContentsMargins(0, 0, 0, 0);
    section->setVerticalSpacing(6);
    section->setHorizontalSpacing(10);
    section->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    section->setRowWrapPolicy(QFormLayout::WrapLongRows);
    section->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    page.addLayout(section);
    return section;
}

void addField(QFormLayout& section, const QString& title, QWidget* editor, bool isWide)
{
    auto* label = new QLabel(title);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::WindowText);
    label->setToolTip(editor->toolTip());
    editor->setAccessibleName(title);
    if (!isWide) return section.addRow(label, editor);
    section.addRow(label);
    section.addRow(editor);
}

void addComment(QFormLayout& section, const std::string& element, const PageContext& context)
{
    model::catalogue::Property text;
    text.key = "comment";
    text.type = model::catalogue::PropertyType::Text;
    const model::Document& document = context.session.document();
    const EditorContext editing{document, context.words};
    QWidget* editor = makePropertyEditor(
        text, model::Value(model::edit::commentOn(document, element)), editing,
        [element, context](const model::Value& value) {
            const model::Document now = context.session.document();
            const bool isFirst = model::edit::commentOn(now, element).empty();
            context.apply(isFirst
                              ? model::edit::startThread(now, {"comment", remarkNow(value.toString()), {element}, {}})
                              : model::edit::commentElement(now, element, value.toString()));
        },
        nullptr);
    editor->setObjectName("comment");
    editor->setToolTip(context.words("inspector.comment-tip"));
    addField(section, context.words("inspector.comment"), editor);
}

QWidget* makeLineField(const QString& text, const char* name, const QString& placeholder,
                       std::function<void(std::string)> chosen)
{
    auto* line = new QLineEdit(text);
    line->setObjectName(name);
    line->setPlaceholderText(placeholder);
    auto last = std::make_shared<QString>(text);
    QObject::connect(line, &QLineEdit::editingFinished, line, [line, last, chosen = std::move(chosen)] {
        if (line->text() == *last) return;
        *last = line->text();
        chosen(fromQString(*last));
    });
    return line;
}

}  // namespace lintel::app::inspector
