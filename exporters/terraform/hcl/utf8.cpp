#include "exporters/terraform/hcl/utf8.h"

namespace lintel::exporters::terraform::hcl::utf8 {

namespace {

constexpr char32_t kReplacement = 0xfffd;

int lengthFrom(unsigned char lead)
{
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead < 0xe0) return 2;
    if (lead >= 0xe0 && lead < 0xf0) return 3;
    if (lead >= 0xf0 && lead < 0xf5) return 4;
    return 0;
}

bool isLegal(char32_t point, int length)
{
    if (length == 3 && point < 0x800) return false;
    if (length == 4 && (point < 0x10000 || point > 0x10ffff)) return false;
    return point < 0xd800 || point > 0xdfff;
}

}  // namespace

std::u32string decoded(std::string_view bytes)
{
    std::u32string points;
    points.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const int length = lengthFrom(lead);
        char32_t point = length <= 1 ? lead : lead & (0xffU >> (length + 1));
        int read = 1;
        while (read < length && i + static_cast<std::size_t>(read) < bytes.size()) {
            const auto next = static_cast<unsigned char>(bytes[i + static_cast<std::size_t>(read)]);
            if ((next & 0xc0U) != 0x80U) break;
            point = (point << 6U) | (next & 0x3fU);
            ++read;
        }
        const bool whole = length > 0 && read == length && isLegal(point, length);
        points.push_back(whole ? point : kReplacement);
        i += static_cast<std::size_t>(whole ? length : 1);
    }
    return points;
}

std::string encoded(char32_t c)
{
    std::string text;
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0U | (c >> 6U));
        put(0x80U | (c & 0x3fU));
    } else if (c < 0x10000) {
        put(0xe0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3fU));
        put(0x80U | (c & 0x3fU));
    } else {
        put(0xf0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3fU));
        put(0x80U | ((c >> 6U) & 0x3fU));
        put(0x80U | (c & 0x3fU));
    }
    return text;
}

std::string encoded(std::u32string_view points)
{
    std::string text;
    for (const char32_t c : points) text += encoded(c);
    return text;
}

}  // namespace lintel::exporters::terraform::hcl::utf8
