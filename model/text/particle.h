#pragma once

#include <string_view>

namespace lintel::model::text {

/// The Korean particle that fits the last sound of `word`: of `을/를` the first after a final consonant, else
/// the second (`이/가`, `은/는`, `과/와`, `으로/로`, where ㄹ counts as none). Digits and Latin letters are read
/// the way Koreans read them.
std::string_view particleFor(std::string_view word, std::string_view choice);

}  // namespace lintel::model::text
