#include "app/inspector/thread_section.h"

#include "app/qt_text.h"
#include "model/edit/operations/review_thread.h"

#include <QDate>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace lintel::app::inspector {

using namespace model;

namespace {

QLabel* makeLine(const QString& text, const char* name, bool isMuted)
{
    auto* label = new QLabel(text);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (isMuted) label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void addRemark(QVBoxLayout& thread, const Remark& remark, const QString& prefix)
{
    QStringList head;
    for (const QString& part : {prefix, toQString(remark.by), toQString(remark.date)})
        if (!part.isEmpty()) head << part;
    if (!head.isEmpty()) thread.addWidget(makeLine(head.join(QStringLiteral(" · ")), "threadHead", true));
    thread.addWidget(makeLine(toQString(remark.text), "threadText", false));
}

QLineEdit* makeReply(const NoteId& id, const PageContext& context)
{
    auto* reply = new QLineEdit;
    reply->setObjectName("threadReply." + toQString(id.text()));
    reply->setAccessibleName(context.words("inspector.reply"));
    reply->setPlaceholderText(context.words("inspector.reply-hint"));
    QObject::connect(reply, &QLineEdit::returnPressed, reply, [reply, id, context] {
        const Remark remark = remarkNow(fromQString(reply->text().trimmed()));
        const auto applied = context.session.apply(edit::replyToThread(context.session.document(), id, remark));
        if (applied) reply->clear();
    });
    return reply;
}

QPushButton* makeButton(const char* name, const char* caption, const NoteId& id, const PageContext& context,
                        std::function<edit::ChangeSet(const Document&)> change)
{
    auto* button = new QPushButton(context.words(caption));
    button->setObjectName(name + QStringLiteral(".") + toQString(id.text()));
    button->setAccessibleName(button->text());
    QObject::connect(button, &QPushButton::clicked, button, [context, change = std::move(change)] {
        static_cast<void>(context.session.apply(change(context.session.document())));
    });
    return button;
}

QHBoxLayout* makeButtons(const Note& note, bool isResolved, const PageContext& context)
{
    auto* row = new QHBoxLayout;
    row->addStretch();
    if (note.kind == "comment" && !isResolved)
        row->addWidget(makeButton("threadDecide", "inspector.make-decision", note.id, context,
                                  [id = note.id](const Document& now) { return edit::makeDecision(now, id); }));
    row->addWidget(makeButton(
        "threadResolve", isResolved ? "inspector.reopen" : "inspector.resolve", note.id, context,
        [id = note.id, isResolved](const Document& now) { return edit::resolveThread(now, id, !isResolved); }));
    return row;
}

void addThread(QVBoxLayout& page, const Note& note, const PageContext& context)
{
    const Thread thread = threadOf(note);
    const bool isDecision = note.kind == "decision";
    auto* box = new QVBoxLayout;
    box->setSpacing(3);
    QString kind = context.words(isDecision ? "inspector.decision" : "inspector.question");
    if (thread.isResolved) kind = context.words("inspector.resolved");
    addRemark(*box, thread.opening, kind);
    auto* replies = new QVBoxLayout;
    replies->setContentsMargins(14, 0, 0, 0);
    replies->setSpacing(3);
    for (const Remark& reply : thread.replies) addRemark(*replies, reply, {});
    box->addLayout(replies);
    if (isDecision) {
        auto* form = new QFormLayout;
        QWidget* record =
            makeLineField(toQString(recordPathOf(note)), "threadRecord", context.words("inspector.record-hint"),
                          [id = note.id, context](std::string path) {
                              context.apply(edit::linkRecord(context.session.document(), id, path));
                          });
        addField(*form, context.words("inspector.record"), record);
        box->addLayout(form);
    }
    box->addWidget(makeReply(note.id, context));
    box->addLayout(makeButtons(note, thread.isResolved, context));
    page.addLayout(box);
}

}  // namespace

Remark remarkNow(const std::string& text)
{
    const QString account =
        qEnvironmentVariable("GIT_AUTHOR_NAME", qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")));
    return {fromQString(account), fromQString(QDate::currentDate().toString(Qt::ISODate)), text};
}

void addThreads(QVBoxLayout& page, const std::string& element, const PageContext& context)
{
    const Document document = context.session.document();
    const std::vector<NoteId> threads = edit::threadsAbout(document, element);
    if (threads.empty()) return;
    addSection(page, context.words("inspector.review"));
    for (const NoteId& id : threads) addThread(page, *document.notes.find(id), context);
}

void addQuestionLine(QVBoxLayout& page, const PageContext& context)
{
    auto* line = new QLineEdit;
    line->setObjectName("newThread");
    line->setAccessibleName(context.words("inspector.question"));
    line->setPlaceholderText(context.words("inspector.ask-about-design"));
    QObject::connect(line, &QLineEdit::returnPressed, line, [line, context] {
        edit::NewThread wish;
        wish.opening = remarkNow(fromQString(line->text().trimmed()));
        if (context.session.apply(edit::startThread(context.session.document(), wish))) line->clear();
    });
    page.addWidget(line);
}

}  // namespace lintel::app::inspector
