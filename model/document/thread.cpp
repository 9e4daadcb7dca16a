#include "model/document/thread.h"

namespace lintel::model {

bool isThread(const Note& note) { return note.kind == "comment" || note.kind == "decision"; }

Thread threadOf(const Note& note)
{
    Thread thread;
    thread.opening = {propertyOf(note.properties, "by").scalarText(), propertyOf(note.properties, "date").scalarText(),
                      note.text};
    for (const Value& reply : propertyOf(note.properties, "replies").toList())
        if (reply.isMap())
            thread.replies.push_back(
                {reply["by"].scalarText(), reply["date"].scalarText(), reply["text"].scalarText()});
    thread.isResolved = propertyOf(note.properties, "resolved").toBool();
    return thread;
}

Value valueOf(const Remark& reply)
{
    Value::Map fields;
    if (!reply.by.empty()) fields.push_back({"by", Value(reply.by)});
    if (!reply.date.empty()) fields.push_back({"date", Value(reply.date)});
    fields.push_back({"text", Value(reply.text)});
    return Value(std::move(fields));
}

std::string recordPathOf(const Note& decision) { return propertyOf(decision.properties, "record").scalarText(); }
std::string recordPathOf(const Waiver& decision) { return propertyOf(decision.properties, "record").scalarText(); }

}  // namespace lintel::model
