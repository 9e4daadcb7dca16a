#pragma once

#include "model/base/result.h"

#include <QByteArray>

#include <cstdint>
#include <string>
#include <vector>

namespace lintel::rendering {

/// A zip file's directory, and its entries on demand. Reads stored and deflated entries of plain zips; encrypted
/// entries, other methods and zip64 are left out. Nothing is ever written to disk, and no entry grows beyond a limit:
/// a file made to explode is refused.
class ZipArchive {
public:
    struct Entry {
        std::string path;  ///< as the archive says; never used as a path of ours
        std::uint32_t offset = 0;
        std::uint32_t packedSize = 0;
        std::uint32_t size = 0;
        std::uint16_t method = 0;
    };

    static model::Result<ZipArchive> open(QByteArray bytes, const std::string& file);

    const std::vector<Entry>& entries() const { return m_entries; }
    /// Empty when the entry is damaged or too large.
    QByteArray contents(const Entry& entry) const;

private:
    QByteArray m_bytes;
    std::vector<Entry> m_entries;
};

}  // namespace lintel::rendering
