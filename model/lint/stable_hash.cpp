#include "model/lint/stable_hash.h"

#include <cstdio>

namespace lintel::model::lint {

StableHash& StableHash::add(std::string_view text)
{
    const auto mix = [this](char c) { m_hash = (m_hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL; };
    for (const char c : text) mix(c);
    mix('\n');
    return *this;
}

std::string StableHash::text() const
{
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(m_hash));
    return digits;
}

}  // namespace lintel::model::lint
