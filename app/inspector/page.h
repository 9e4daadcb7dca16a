#pragma once

#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <functional>

class QFormLayout;
class QVBoxLayout;
class QWidget;

/// The pieces that pages of the inspector are made of.
namespace lintel::app::inspector {

/// What a page sees of the program: the session to read, and how to edit.
struct PageContext {
    session::DocumentSession& session;
    const settings::Words& words;
    std::function<void(const model::edit::ChangeSet&)> apply;
};

/// What the page is about: a picture, a title, a sentence.
void addHeader(QVBoxLayout& page, const QIcon& icon, const QString& title, const QString& summary);
/// A named group of fields.
QFormLayout* addSection(QVBoxLayout& page, const QString& title);
/// A field with its title, which is also its accessible name. `isWide`: below its title, over the whole width.
void addField(QFormLayout& section, const QString& title, QWidget* editor, bool isWide = false);
/// The comment on a block or connection, as a field of its own.
void addComment(QFormLayout& section, const std::string& element, const PageContext& context);
/// A line of text whose finished value goes to `chosen`.
QWidget* makeLineField(const QString& text, const char* name, const QString& placeholder,
                       std::function<void(std::string)> chosen);

}  // namespace lintel::app::inspector
