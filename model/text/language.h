#pragma once

#include <string_view>

namespace lintel::model::text {

enum class Language { English, Korean };

/// From a code as in `ko`, `ko_KR.UTF-8`, `en`; anything that is not Korean is English.
Language languageFrom(std::string_view code);
std::string_view codeOf(Language language);

}  // namespace lintel::model::text
