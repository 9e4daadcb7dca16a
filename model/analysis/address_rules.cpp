#include "model/analysis/address_rules.h"

#include <algorithm>

namespace lintel::model::analysis {

namespace {

constexpr Cidr block(std::uint32_t a, std::uint32_t b, int prefix) { return {a << 24 | b << 16, prefix}; }

constexpr Cidr kLinkLocal = block(169, 254, 16);
constexpr Cidr kServices = block(172, 17, 16);
constexpr Cidr kBenchmark = block(198, 19, 16);
constexpr Cidr kTen = block(10, 0, 8);
constexpr Cidr kFirstTens = block(10, 0, 15);
constexpr Cidr kFirstTen = block(10, 0, 16);
constexpr Cidr kTwelve = block(172, 16, 12);
constexpr Cidr kDefaultVpc = block(172, 31, 16);
constexpr Cidr kSixteen = block(192, 168, 16);

const Cidr* privateBlockOf(const Cidr& range)
{
    for (const Cidr* one : {&kTen, &kTwelve, &kSixteen})
        if (one->overlaps(range)) return one;
    return nullptr;
}

}  // namespace

RangeFault faultOf(const Cidr& range)
{
    if (range.prefix < 16) return RangeFault::TooLarge;
    if (range.prefix > 28) return RangeFault::TooSmall;
    if (kLinkLocal.contains(range)) return RangeFault::LinkLocal;
    if (range.hasHostBits()) return RangeFault::HostBits;
    return kServices.contains(range) ? RangeFault::ServiceRange : RangeFault::None;
}

bool mayJoin(const Cidr& primary, const Cidr& secondary)
{
    if (kBenchmark.overlaps(secondary)) return kBenchmark.contains(primary);
    const Cidr* wanted = privateBlockOf(secondary);
    if (!wanted) return true;
    if (privateBlockOf(primary) != wanted) return false;
    if (wanted == &kTwelve) return !kDefaultVpc.overlaps(secondary);
    return wanted != &kTen || !kFirstTen.overlaps(secondary) || !kFirstTens.contains(primary);
}

bool isReserved(const Cidr& subnet, std::uint32_t address)
{
    return subnet.contains(address) && (address - subnet.first() < 4 || address == subnet.last());
}

std::optional<std::uint32_t> nextFreeAddress(const Cidr& subnet, const std::vector<std::uint32_t>& taken)
{
    // The owner's addresses begin behind the four of AWS; a subnet too small for them has none.
    for (std::uint64_t at = std::uint64_t{subnet.first()} + 4; at < subnet.last(); ++at)
        if (const auto address = static_cast<std::uint32_t>(at);
            std::find(taken.begin(), taken.end(), address) == taken.end())
            return address;
    return std::nullopt;
}

std::string addressText(std::uint32_t address)
{
    const std::string text = Cidr{address, 32}.text();
    return text.substr(0, text.find('/'));
}

}  // namespace lintel::model::analysis
