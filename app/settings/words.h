#pragma once

#include "model/base/error.h"
#include "model/catalogue/property.h"
#include "model/text/messages.h"

#include <QString>

namespace lintel::app::settings {

/// The words of the window in the language of the moment. One object for all windows and panels; whoever shows a
/// text asks again when the language has changed.
class Words {
public:
    explicit Words(const model::text::Messages& messages) : m_messages(messages) {}

    model::text::Language language() const { return m_language; }
    void setLanguage(model::text::Language language) { m_language = language; }

    /// The message `editor.<id>`.
    QString operator()(std::string_view id, std::vector<model::MessageArgument> arguments = {}) const;
    QString of(const model::Message& message) const;
    QString of(const model::Error& error) const;
    QString of(const model::catalogue::Translated& translated) const;
    bool contains(std::string_view messageId) const { return m_messages.contains(messageId); }

    /// `editor.<id>` in both languages, lower case: what a search by words goes through.
    QString searchable(std::string_view id) const;

private:
    const model::text::Messages& m_messages;
    model::text::Language m_language = model::text::Language::English;
};

}  // namespace lintel::app::settings
