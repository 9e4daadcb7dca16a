#include "exporters/image/png_writer.h"

#include <zlib.h>

#include <array>
#include <string_view>

namespace lintel::exporters::image {

namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr int kLevel = 4;                 // of zlib: beyond it, time grows faster than files shrink
constexpr std::size_t kChunk = 1U << 18;  // bytes of compressed data per chunk
constexpr char kTruecolour = 2;
constexpr char kTruecolourAlpha = 6;

void appendNumber(std::string& into, std::uint32_t value)
{
    for (const int shift : {24, 16, 8, 0}) into += static_cast<char>(value >> shift & 0xFF);
}

}  // namespace

PngWriter::PngWriter(int width, int height, bool hasAlpha)
    : m_width(width), m_height(height), m_hasAlpha(hasAlpha), m_out(kSignature), m_stream(new z_stream_s{})
{
    std::string header;
    appendNumber(header, static_cast<std::uint32_t>(width));
    appendNumber(header, static_cast<std::uint32_t>(height));
    header += '\x08';
    header += hasAlpha ? kTruecolourAlpha : kTruecolour;
    header += std::string(3, '\0');  // the only compression, the only filter method, not interlaced
    writeChunk("IHDR", header);
    m_isReady = deflateInit(m_stream, kLevel) == Z_OK;
}

PngWriter::~PngWriter()
{
    deflateEnd(m_stream);
    delete m_stream;
}

void PngWriter::writeChunk(const char* type, const std::string& data)
{
    const std::string body = type + data;
    appendNumber(m_out, static_cast<std::uint32_t>(data.size()));
    m_out += body;
    appendNumber(m_out, static_cast<std::uint32_t>(
                            crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()))));
}

void PngWriter::deflateRow(const unsigned char* row, std::size_t size, bool isLast)
{
    static constexpr unsigned char kUnfiltered = 0;
    std::array<unsigned char, 1U << 16> buffer;
    const auto run = [&](const unsigned char* data, std::size_t count, int flush) {
        m_stream->next_in = const_cast<Bytef*>(data);
        m_stream->avail_in = static_cast<uInt>(count);
        do {
            m_stream->next_out = buffer.data();
            m_stream->avail_out = static_cast<uInt>(buffer.size());
            deflate(m_stream, flush);
            m_packed.append(reinterpret_cast<const char*>(buffer.data()), buffer.size() - m_stream->avail_out);
        } while (m_stream->avail_out == 0);
    };
    run(&kUnfiltered, 1, Z_NO_FLUSH);
    run(row, size, isLast ? Z_FINISH : Z_NO_FLUSH);
    flushFull();
}

void PngWriter::flushFull()
{
    if (m_packed.size() < kChunk) return;
    writeChunk("IDAT", m_packed);
    m_packed.clear();
}

void PngWriter::add(const QImage& band)
{
    const QImage rows = band.convertToFormat(m_hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
    const auto size = static_cast<std::size_t>(m_width) * (m_hasAlpha ? 4 : 3);
    for (int y = 0; m_isReady && y < rows.height() && m_rows < m_height; ++y) {
        ++m_rows;
        deflateRow(rows.constScanLine(y), size, m_rows == m_height);
    }
}

std::string PngWriter::finish() &&
{
    if (m_rows != m_height || !m_isReady) return {};
    if (!m_packed.empty()) writeChunk("IDAT", m_packed);
    writeChunk("IEND", {});
    return std::move(m_out);
}

}  // namespace lintel::exporters::image
