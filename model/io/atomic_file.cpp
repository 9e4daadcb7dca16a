#include "model/io/writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace lintel::model::io {

namespace {

namespace fs = std::filesystem;

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// The permissions the old file has, or what a new one would get.
::mode_t modeFor(const fs::path& path)
{
    struct stat info {};
    if (::stat(path.c_str(), &info) == 0) return info.st_mode & 07777U;
    const ::mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
}

/// A crash after the rename must not bring the old name back: the folder is part of the save.
void syncFolder(const fs::path& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

Result<void> writeFileAtomically(const std::string& path, const std::string& bytes)
{
    const auto failure = [&] { return makeError("io.unwritable", {{"detail", std::strerror(errno)}}, {path, 0, 0}); };
    // Saving through a symbolic link replaces what it points to, not the link.
    std::error_code code;
    fs::path target = path;
    if (fs::is_symlink(target, code)) {
        if (const fs::path real = fs::canonical(target, code); !code) target = real;
    }
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::string temporary = (folder / ("." + target.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0) return failure();
    const bool written =
        writeAll(descriptor, bytes) && ::fchmod(descriptor, modeFor(target)) == 0 && ::fsync(descriptor) == 0;
    const int problem = errno;
    const bool closed = ::close(descriptor) == 0;
    if (written && closed && std::rename(temporary.c_str(), target.c_str()) == 0) {
        syncFolder(folder);
        return {};
    }
    if (!written) errno = problem;
    const Error error = failure();
    ::unlink(temporary.c_str());
    return error;
}

}  // namespace lintel::model::io
