#pragma once

#include <initializer_list>
#include <string>
#include <vector>

namespace lintel::model {

/// One named argument of a Message. With `translated`, `value` is itself a message id
/// (a kind's title, say) and is looked up in the reader's language.
struct MessageArgument {
    std::string name;
    std::string value;
    bool translated = false;

    bool operator==(const MessageArgument&) const = default;
};

/// Text for people before a language is chosen: a message id and its arguments.
/// text::Messages turns it into Korean or English.
struct Message {
    std::string id;
    std::vector<MessageArgument> arguments;

    Message() = default;
    Message(std::string messageId, std::vector<MessageArgument> messageArguments = {})
        : id(std::move(messageId)), arguments(std::move(messageArguments))
    {
    }

    bool operator==(const Message&) const = default;
};

}  // namespace lintel::model
