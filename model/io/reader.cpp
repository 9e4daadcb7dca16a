#include "model/io/reader.h"

#include "model/io/document_reader.h"
#include "model/io/text_guard.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace lintel::model::io {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// One byte more than the limit at most, so that endless input is refused and not collected.
Result<std::string> readBytes(std::FILE* stream, const std::string& file)
{
    std::string text;
    std::string buffer(std::size_t{1} << 16, '\0');
    while (text.size() <= detail::kMaxBytes) {
        const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), stream);
        text.append(buffer, 0, count);
        if (count < buffer.size()) break;
    }
    if (std::ferror(stream)) return makeError("io.unreadable", {{"detail", std::strerror(errno)}}, {file, 0, 0});
    return text;
}

}  // namespace

Result<SourceDocument> read(std::string text, const std::string& file, const catalogue::Catalogue& catalogue)
{
    if (auto guard = detail::guardText(text, file); !guard) return guard.error();
    std::string_view body = text;
    if (body.starts_with(kByteOrderMark)) body.remove_prefix(kByteOrderMark.size());
    const auto tree = detail::parseYaml(body, file);
    if (!tree) return tree.error();
    auto result = detail::readTree(*tree, file, catalogue);
    if (result) result->text = std::move(text);
    return result;
}

Result<SourceDocument> readFile(const std::string& path, const catalogue::Catalogue& catalogue)
{
    if (path == "-") {
        auto text = readBytes(stdin, path);
        return text ? read(*std::move(text), path, catalogue) : Result<SourceDocument>(text.error());
    }
    const std::unique_ptr<std::FILE, CloseFile> stream(std::fopen(path.c_str(), "rb"));
    if (!stream) return makeError("io.unreadable", {{"detail", std::strerror(errno)}}, {path, 0, 0});
    auto text = readBytes(stream.get(), path);
    return text ? read(*std::move(text), path, catalogue) : Result<SourceDocument>(text.error());
}

}  // namespace lintel::model::io
