#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace lintel::model {

class ByteWriter {
public:
    void number(std::int64_t value) { raw(&value, sizeof value); }
    void real(double value) { raw(&value, sizeof value); }
    void text(std::string_view value)
    {
        const auto size = static_cast<std::uint32_t>(value.size());
        raw(&size, sizeof size);
        m_bytes.append(value);
    }
    std::string take() { return std::move(m_bytes); }

private:
    void raw(const void* data, std::size_t size) { m_bytes.append(static_cast<const char*>(data), size); }
    std::string m_bytes;
};

class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : m_bytes(bytes) {}
    std::int64_t number() { return raw<std::int64_t>(); }
    double real() { return raw<double>(); }
    std::string text() { return std::string(view()); }
    /// The text where it is: lives as long as the bytes.
    std::string_view view()
    {
        const auto size = raw<std::uint32_t>();
        const std::string_view value = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return value;
    }

private:
    template <class T>
    T raw()
    {
        T value;
        std::memcpy(&value, m_bytes.data(), sizeof value);
        m_bytes.remove_prefix(sizeof value);
        return value;
    }
    std::string_view m_bytes;
};

}  // namespace lintel::model
