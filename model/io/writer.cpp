#include "model/io/writer.h"

#include "model/io/canonical.h"
#include "model/io/reader.h"
#include "model/io/source_format.h"
#include "model/io/source_patch.h"

namespace lintel::model::io {

std::string write(const Document& document, const SourceDocument& source, const catalogue::Catalogue& catalogue)
{
    if (source.text.empty()) return detail::canonicalText(document, catalogue);
    if (source.document == document) return source.text;
    const auto patched = detail::patchedText(source.text, document, catalogue);
    std::string canonical = detail::canonicalText(document, catalogue);
    if (!patched) return canonical;
    // Hand-written YAML has more shapes than editing by lines knows. What is saved must be what is on the
    // screen: when in doubt, the canonical form, which loses comments only.
    const auto saved = read(*patched, source.file, catalogue);
    if (saved && saved->document == document) return *patched;
    const auto plain = read(canonical, source.file, catalogue);
    return saved && plain && saved->document == plain->document ? *patched : canonical;
}

std::string format(const SourceDocument& source, const catalogue::Catalogue& catalogue)
{
    auto formatted = detail::formattedText(source.text, source.document, catalogue);
    if (!formatted) return detail::canonicalText(source.document, catalogue);
    const auto saved = read(*formatted, source.file, catalogue);
    if (saved && saved->document == source.document) return *std::move(formatted);
    return detail::canonicalText(source.document, catalogue);
}

}  // namespace lintel::model::io
