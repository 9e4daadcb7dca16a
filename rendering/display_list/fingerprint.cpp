#include "rendering/display_list/fingerprint.h"

#include <bit>
#include <functional>
#include <string_view>

namespace lintel::rendering {

std::uint64_t mixed(std::uint64_t print, std::uint64_t next)
{
    // The finalizer of splitmix64: every bit of both goes into every bit of the result.
    std::uint64_t x = print * 0x9E3779B97F4A7C15U + next + 0x632BE59BD9B4E019U;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31);
}

namespace {

class Print {
public:
    explicit Print(PrimitiveType type) : m_print(static_cast<std::uint64_t>(type) + 1) {}

    Print& add(std::uint64_t value)
    {
        m_print = mixed(m_print, value);
        return *this;
    }
    Print& add(qreal value) { return add(std::bit_cast<std::uint64_t>(value)); }
    Print& add(QPointF p) { return add(p.x()).add(p.y()); }
    Print& add(const QRectF& r) { return add(r.topLeft()).add(r.width()).add(r.height()); }
    Print& add(const Stroke& s)
    {
        return add(std::uint64_t{s.colour}).add(s.width).add(static_cast<std::uint64_t>(s.dash));
    }
    Print& add(const std::vector<QPointF>& points)
    {
        add(std::uint64_t{points.size()});
        for (const QPointF& p : points) add(p);
        return *this;
    }
    std::uint64_t value() const { return m_print; }

private:
    std::uint64_t m_print;
};

std::uint64_t hashOf(const QString& text)
{
    const auto* data = reinterpret_cast<const char16_t*>(text.utf16());
    return std::hash<std::u16string_view>()(std::u16string_view(data, static_cast<std::size_t>(text.size())));
}

}  // namespace

std::uint64_t fingerprintOf(const Box& box)
{
    const std::uint64_t plate = box.plateOf ? static_cast<std::uint64_t>(*box.plateOf) + 1 : 0;
    return Print(PrimitiveType::Box)
        .add(box.rect)
        .add(box.radius)
        .add(std::uint64_t{box.fill})
        .add(box.stroke)
        .add(plate)
        .value();
}

std::uint64_t fingerprintOf(const IconMark& icon)
{
    return Print(PrimitiveType::Icon)
        .add(icon.rect)
        .add(std::uint64_t{std::hash<std::string>()(icon.name)})
        .add(icon.opacity)
        .value();
}

std::uint64_t fingerprintOf(const TextLine& text)
{
    return Print(PrimitiveType::Text)
        .add(text.rect)
        .add(hashOf(text.text))
        .add(static_cast<std::uint64_t>(text.style))
        .add(std::uint64_t{text.colour})
        .add(static_cast<std::uint64_t>(text.align))
        .value();
}

std::uint64_t fingerprintOf(const Polyline& line)
{
    return Print(PrimitiveType::Polyline)
        .add(line.points)
        .add(line.radius)
        .add(line.stroke)
        .add(std::uint64_t{line.arrowAtEnd})
        .add(line.gaps)
        .value();
}

std::uint64_t fingerprintOf(const Badge& badge)
{
    return Print(PrimitiveType::Badge)
        .add(badge.centre)
        .add(badge.radius)
        .add(static_cast<std::uint64_t>(badge.severity))
        .add(std::uint64_t{badge.fill})
        .add(std::uint64_t{badge.ring})
        .add(std::uint64_t{badge.glyph})
        .value();
}

std::uint64_t fingerprintOf(const QRectF& area) { return Print(PrimitiveType::HitArea).add(area).value(); }

}  // namespace lintel::rendering
