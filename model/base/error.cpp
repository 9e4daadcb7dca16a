#include "model/base/error.h"

namespace lintel::model {

Error makeError(std::string messageId, std::vector<MessageArgument> arguments, SourceLocation location)
{
    return {Message(std::move(messageId), std::move(arguments)), std::move(location)};
}

}  // namespace lintel::model
