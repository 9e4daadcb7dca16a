#include "rendering/icons/zip_archive.h"

#include <zlib.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace lintel::rendering {

namespace {

constexpr std::uint32_t kEndMark = 0x06054b50;    // "PK\5\6"
constexpr std::uint32_t kEntryMark = 0x02014b50;  // "PK\1\2"
constexpr std::uint32_t kLocalMark = 0x04034b50;  // "PK\3\4"
constexpr qsizetype kEndSize = 22;
constexpr qsizetype kLongestComment = 65535;
constexpr qsizetype kEntrySize = 46;
constexpr qsizetype kLocalSize = 30;
constexpr std::uint32_t kLargestEntry = 4U << 20;  // an icon is a few kilobytes
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kEncrypted = 1;

/// Little-endian numbers at places that may lie outside of the file.
class Numbers {
public:
    explicit Numbers(const QByteArray& bytes) : m_bytes(bytes) {}

    bool holds(qsizetype at, qsizetype size) const { return at >= 0 && size >= 0 && at <= m_bytes.size() - size; }
    std::uint16_t two(qsizetype at) const { return static_cast<std::uint16_t>(byte(at) | byte(at + 1) << 8); }
    std::uint32_t four(qsizetype at) const { return two(at) | static_cast<std::uint32_t>(two(at + 2)) << 16; }

private:
    unsigned byte(qsizetype at) const { return holds(at, 1) ? static_cast<unsigned char>(m_bytes[at]) : 0U; }
    const QByteArray& m_bytes;
};

/// The directory's end stands last, before a comment of unknown length.
std::optional<qsizetype> endRecord(const QByteArray& bytes)
{
    const Numbers numbers(bytes);
    const qsizetype lowest = std::max<qsizetype>(0, bytes.size() - kEndSize - kLongestComment);
    for (qsizetype at = bytes.size() - kEndSize; at >= lowest; --at)
        if (numbers.four(at) == kEndMark) return at;
    return std::nullopt;
}

QByteArray inflated(const char* packed, std::uint32_t packedSize, std::uint32_t size)
{
    QByteArray result(static_cast<qsizetype>(size), '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed));
    stream.avail_in = packedSize;
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = size;
    const int outcome = inflate(&stream, Z_FINISH);
    const bool isWhole = outcome == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return isWhole ? result : QByteArray();
}

}  // namespace

model::Result<ZipArchive> ZipArchive::open(QByteArray bytes, const std::string& file)
{
    const auto broken = [&] { return model::makeError("icons.broken-zip", {}, {file, 0, 0}); };
    const auto end = endRecord(bytes);
    if (!end) return broken();
    const Numbers numbers(bytes);
    const std::uint16_t count = numbers.two(*end + 10);
    qsizetype at = numbers.four(*end + 16);
    ZipArchive archive;
    for (int i = 0; i < count; ++i) {
        if (!numbers.holds(at, kEntrySize) || numbers.four(at) != kEntryMark) return broken();
        const qsizetype nameSize = numbers.two(at + 28);
        if (!numbers.holds(at + kEntrySize, nameSize)) return broken();
        const Entry entry{std::string(bytes.constData() + at + kEntrySize, static_cast<std::size_t>(nameSize)),
                          numbers.four(at + 42), numbers.four(at + 20), numbers.four(at + 24), numbers.two(at + 10)};
        const bool isReadable =
            (entry.method == kStored || entry.method == kDeflated) && !(numbers.two(at + 8) & kEncrypted);
        if (isReadable) archive.m_entries.push_back(entry);
        at += kEntrySize + nameSize + numbers.two(at + 30) + numbers.two(at + 32);
    }
    archive.m_bytes = std::move(bytes);
    return archive;
}

QByteArray ZipArchive::contents(const Entry& entry) const
{
    const Numbers numbers(m_bytes);
    const qsizetype local = entry.offset;
    if (entry.size > kLargestEntry || !numbers.holds(local, kLocalSize) || numbers.four(local) != kLocalMark) return {};
    const qsizetype at = local + kLocalSize + numbers.two(local + 26) + numbers.two(local + 28);
    if (!numbers.holds(at, entry.packedSize)) return {};
    if (entry.method == kStored) return entry.packedSize == entry.size ? m_bytes.mid(at, entry.size) : QByteArray();
    return inflated(m_bytes.constData() + at, entry.packedSize, entry.size);
}

}  // namespace lintel::rendering
