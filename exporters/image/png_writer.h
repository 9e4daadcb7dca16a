#pragma once

#include <QImage>

#include <cstdint>
#include <string>

struct z_stream_s;

namespace lintel::exporters::image {

/// A PNG file written band by band, so that a very large picture is never in memory at once. Rows are not filtered:
/// diagrams are flat areas, which compress best and fastest as they are.
class PngWriter {
public:
    /// With `hasAlpha` four channels, else three; eight bits each.
    PngWriter(int width, int height, bool hasAlpha);
    ~PngWriter();
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    /// The next rows, top to bottom; the band is as wide as the picture.
    void add(const QImage& band);
    /// After the last band. Empty when the bands were not the whole picture, or memory was short.
    std::string finish() &&;

private:
    void writeChunk(const char* type, const std::string& data);
    void deflateRow(const unsigned char* row, std::size_t size, bool isLast);
    void flushFull();

    int m_width;
    int m_height;
    int m_rows = 0;
    bool m_hasAlpha;
    bool m_isReady = false;  ///< there was memory for the compressor
    std::string m_out;
    std::string m_packed;  ///< compressed and not yet in a chunk
    z_stream_s* m_stream = nullptr;
};

}  // namespace lintel::exporters::image
