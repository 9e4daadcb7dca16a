#include "exporters/terraform/security/ports.h"

#include <charconv>
#include <optional>

namespace lintel::exporters::terraform::security {

namespace {

std::optional<int> portFrom(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65535) return std::nullopt;
    return port;
}

std::optional<PortRange> rangeFrom(std::string_view text)
{
    const std::size_t dash = text.find('-');
    const auto from = portFrom(text.substr(0, dash));
    const auto to = dash == std::string_view::npos ? from : portFrom(text.substr(dash + 1));
    if (!from || !to || *to < *from) return std::nullopt;
    return PortRange{*from, *to};
}

}  // namespace

std::vector<PortRange> portRanges(std::string_view text)
{
    std::vector<PortRange> ranges;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        if (const auto range = rangeFrom(text.substr(0, comma))) ranges.push_back(*range);
        text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
    }
    if (ranges.empty()) ranges.push_back({});
    return ranges;
}

std::string protocolFor(std::string_view text)
{
    if (text == "all" || text == "-1") return "-1";
    if (text == "udp" || text == "icmp") return std::string(text);
    return "tcp";
}

std::string protocolFor(const model::Value& row)
{
    const std::string said = row["protocol"].scalarText();
    if (said.empty()) return row["ports"].scalarText().empty() ? "-1" : "tcp";
    return protocolFor(std::string_view(said));
}

}  // namespace lintel::exporters::terraform::security
