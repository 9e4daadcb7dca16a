#pragma once

#include "model/base/error.h"
#include "model/base/message.h"
#include "model/base/result.h"
#include "model/catalogue/catalogue.h"
#include "model/text/language.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lintel::model::text {

/// The product's texts by message id, and the one place where a Message becomes Korean or English.
///
/// A text may hold `{name}` (an argument), `{name|을/를}` (an argument with the Korean particle that fits its
/// last sound) and `{count#subnet/subnets}` (a word by number). `{{` is a brace.
class Messages {
public:
    struct Entry {
        std::string en;
        std::string ko;
    };

    void add(std::string id, Entry entry);
    /// Adds `kind.<id>.title` for every kind.
    void addTitles(const catalogue::Catalogue& catalogue);

    bool contains(std::string_view id) const { return m_entries.find(id) != m_entries.end(); }
    const std::map<std::string, Entry, std::less<>>& entries() const { return m_entries; }

    /// An unknown id comes back as itself: visible, and caught by the tests.
    std::string render(const Message& message, Language language) const;
    std::string text(std::string_view id, Language language) const;
    /// `file:line:column: text`, as compilers print it; without the parts that are unknown.
    std::string render(const Error& error, Language language) const;

private:
    std::string renderText(const std::string& pattern, const Message& message, Language language) const;

    std::map<std::string, Entry, std::less<>> m_entries;
};

/// Reads one translations file of one language: nested maps whose keys join with dots.
Result<std::vector<std::pair<std::string, std::string>>> readTranslations(std::string_view yaml,
                                                                          const std::string& file);

}  // namespace lintel::model::text
