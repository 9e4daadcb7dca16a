#include "model/analysis/port_set.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace lintel::model::analysis {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::optional<int> parsePort(std::string_view text)
{
    text = trimmed(text);
    int port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port < 0 || port > 65535) return std::nullopt;
    return port;
}

}  // namespace

PortSet::PortSet(std::vector<Interval> intervals)
{
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.first < b.first; });
    for (const Interval& interval : intervals) {
        if (interval.first > interval.last) continue;
        if (!m_intervals.empty() && interval.first <= m_intervals.back().last + 1)
            m_intervals.back().last = std::max(m_intervals.back().last, interval.last);
        else
            m_intervals.push_back(interval);
    }
}

PortSet PortSet::parse(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text == "all" || text == "*") return all();
    std::vector<Interval> intervals;
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view part = text.substr(0, comma);
        const std::size_t dash = part.find('-');
        const auto first = parsePort(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : parsePort(part.substr(dash + 1));
        if (first && last) intervals.push_back({*first, *last});
        text.remove_prefix(std::min(text.size(), comma + 1));
    }
    return PortSet(std::move(intervals));
}

bool PortSet::contains(int port) const { return containsAll(one(port)); }

bool PortSet::containsAll(const PortSet& other) const { return other.without(*this).isEmpty(); }

bool PortSet::overlaps(const PortSet& other) const { return without(other) != *this; }

PortSet PortSet::without(const PortSet& other) const
{
    std::vector<Interval> left = m_intervals;
    for (const Interval& hole : other.m_intervals) {
        std::vector<Interval> next;
        for (const Interval& piece : left) {
            if (hole.last < piece.first || hole.first > piece.last) {
                next.push_back(piece);
                continue;
            }
            if (piece.first < hole.first) next.push_back({piece.first, hole.first - 1});
            if (hole.last < piece.last) next.push_back({hole.last + 1, piece.last});
        }
        left = std::move(next);
    }
    return PortSet(std::move(left));
}

PortSet PortSet::with(const PortSet& other) const
{
    std::vector<Interval> both = m_intervals;
    both.insert(both.end(), other.m_intervals.begin(), other.m_intervals.end());
    return PortSet(std::move(both));
}

std::string PortSet::text() const
{
    if (isAll()) return "all";
    std::string text;
    for (const Interval& interval : m_intervals) {
        if (!text.empty()) text += ",";
        text += std::to_string(interval.first);
        if (interval.last != interval.first) text += "-" + std::to_string(interval.last);
    }
    return text;
}

}  // namespace lintel::model::analysis
