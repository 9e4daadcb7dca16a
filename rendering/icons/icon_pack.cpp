#include "rendering/icons/icon_pack.h"

#include "rendering/icons/zip_archive.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSvgRenderer>

#include <algorithm>
#include <functional>
#include <limits>

namespace lintel::rendering {

namespace {

constexpr qint64 kLargestFile = 4 << 20;
constexpr qint64 kLargestArchive = 512 << 20;
constexpr int kMostFiles = 50'000;

/// `Arch_Amazon-EC2_48` and its size. Releases differ in case, dashes and whether the names have prefixes.
struct PublishedName {
    std::string prefix;  ///< arch, res, or nothing for groups
    std::string words;   ///< letters and digits only, in lower case
    int pixels = 0;      ///< 0 = not said
    bool isDark = false;
};

std::string plain(const QString& text)
{
    std::string result;
    for (const QChar c : text)
        if (c.unicode() < 128 && c.isLetterOrNumber()) result += static_cast<char>(c.toLower().unicode());
    return result;
}

PublishedName published(QString stem)
{
    PublishedName name;
    for (const QLatin1StringView theme : {QLatin1StringView("_Dark"), QLatin1StringView("_Light")}) {
        if (!stem.endsWith(theme, Qt::CaseInsensitive)) continue;
        name.isDark = theme == QLatin1StringView("_Dark");
        stem.chop(theme.size());
    }
    const qsizetype mark = stem.lastIndexOf(u'_');
    bool isNumber = false;
    const int pixels = mark < 0 ? 0 : stem.mid(mark + 1).toInt(&isNumber);
    if (isNumber) {
        name.pixels = pixels;
        stem.truncate(mark);
    }
    for (const char* prefix : {"arch", "res"}) {
        const QString start = QLatin1String(prefix) + u'_';
        if (!stem.startsWith(start, Qt::CaseInsensitive)) continue;
        name.prefix = prefix;
        stem.remove(0, start.size());
    }
    name.words = plain(stem);
    return name;
}

/// A file of the pack that may be an icon, read only when it is wanted.
struct Candidate {
    PublishedName name;
    std::function<QByteArray()> read;
};

/// How well a file serves; lower is better. We draw at 48 pixels on light tiles of the icon's own.
int distance(const PublishedName& name)
{
    const int fromIdeal = name.pixels == 0 ? 1 : std::abs(name.pixels - 48);
    return fromIdeal + (name.isDark ? 1000 : 0);
}

class Candidates {
public:
    void add(const QString& path, std::function<QByteArray()> read)
    {
        const QFileInfo info(path);
        // Finder leaves `._name` beside every file of a zip it makes.
        if (info.suffix().compare(QLatin1String("svg"), Qt::CaseInsensitive) != 0 || info.fileName().startsWith(u'.'))
            return;
        Candidate candidate{published(info.completeBaseName()), std::move(read)};
        const std::string key = candidate.name.prefix + ":" + candidate.name.words;
        const auto at = m_best.find(key);
        if (at == m_best.end())
            m_best.emplace(key, std::move(candidate));
        else if (distance(candidate.name) < distance(at->second.name))
            at->second = std::move(candidate);
    }

    /// By a published name; collections that dropped the prefixes count too.
    QByteArray find(const QString& wanted) const
    {
        const PublishedName name = published(wanted);
        for (const std::string& prefix : {name.prefix, std::string()}) {
            const auto at = m_best.find(prefix + ":" + name.words);
            if (at == m_best.end()) continue;
            QByteArray source = at->second.read();
            if (QSvgRenderer(source).isValid()) return source;
        }
        return {};
    }

private:
    std::map<std::string, Candidate> m_best;
};

QByteArray fileContents(const QString& path)
{
    QFile file(path);
    return file.size() <= kLargestFile && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void addFolder(Candidates& candidates, const QString& folder)
{
    int seen = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext() && seen < kMostFiles;
         ++seen) {
        const QString path = files.next();
        candidates.add(path, [path] { return fileContents(path); });
    }
}

model::Result<void> addArchive(Candidates& candidates, const QString& path)
{
    QFile file(path);
    const std::string shown = path.toStdString();
    if (!file.open(QIODevice::ReadOnly))
        return model::makeError("icons.unreadable", {{"detail", file.errorString().toStdString()}}, {shown, 0, 0});
    if (file.size() > kLargestArchive) return model::makeError("icons.broken-zip", {}, {shown, 0, 0});
    auto opened = ZipArchive::open(file.readAll(), shown);
    if (!opened) return opened.error();
    const auto archive = std::make_shared<const ZipArchive>(std::move(opened).value());
    for (const ZipArchive::Entry& entry : archive->entries())
        candidates.add(QString::fromStdString(entry.path), [archive, entry] { return archive->contents(entry); });
    return {};
}

}  // namespace

model::Result<IconPack> IconPack::read(const std::string& path)
{
    const QFileInfo info(QString::fromStdString(path));
    if (!info.exists()) return model::makeError("icons.missing", {}, {path, 0, 0});
    Candidates candidates;
    if (info.isDir())
        addFolder(candidates, info.filePath());
    else if (auto added = addArchive(candidates, info.filePath()); !added)
        return added.error();

    IconPack pack;
    QFile names(QStringLiteral(":/icons/official-names.txt"));
    if (!names.open(QIODevice::ReadOnly | QIODevice::Text)) return pack;
    for (const QString& line : QString::fromUtf8(names.readAll()).split(u'\n')) {
        const qsizetype colon = line.indexOf(u':');
        if (line.startsWith(u'#') || colon < 0) continue;
        for (const QString& wanted : line.mid(colon + 1).split(u',')) {
            QByteArray source = candidates.find(wanted.trimmed());
            if (source.isEmpty()) continue;
            pack.m_sources.emplace(line.left(colon).toStdString(), std::move(source));
            break;
        }
    }
    if (pack.m_sources.empty()) return model::makeError("icons.none", {}, {path, 0, 0});
    return pack;
}

QByteArray IconPack::source(std::string_view kind) const
{
    const auto at = m_sources.find(kind);
    return at == m_sources.end() ? QByteArray() : at->second;
}

}  // namespace lintel::rendering
