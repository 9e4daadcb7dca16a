#include "app/session/document_session.h"

#include "app/qt_text.h"
#include "app/session/change_set_command.h"
#include "model/document/invariants.h"
#include "model/io/reader.h"
#include "model/io/writer.h"

#include <QFile>
#include <QFileInfo>

namespace lintel::app::session {

using namespace model;

DocumentSession::DocumentSession(const catalogue::Catalogue& catalogue, const text::Messages& messages, QObject* parent)
    : QObject(parent), m_catalogue(catalogue), m_messages(messages)
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &DocumentSession::changed);
}

// The stack reports that it is clean while it goes away; by then nobody may listen.
DocumentSession::~DocumentSession() { m_undoStack.disconnect(this); }

QString DocumentSession::textOf(const Message& message) const
{
    return toQString(m_messages.render(message, m_language));
}
QString DocumentSession::textOf(const Error& error) const { return toQString(m_messages.render(error, m_language)); }

Result<void> DocumentSession::apply(const edit::ChangeSet& change)
{
    if (change.isEmpty()) return {};
    const Result<Document> after = edit::apply(m_document, change);
    if (!after) return after.error();
    m_undoStack.push(new ChangeSetCommand(*this, change, textOf(change.caption)));
    return {};
}

void DocumentSession::replaceBy(const edit::ChangeSet& change)
{
    Result<Document> after = edit::apply(m_document, change);
    // The stack replays exactly what led here, so a refusal would be our mistake, not the user's.
    Q_ASSERT(after);
    if (!after) return;
    m_document = std::move(*after);
    ++m_version;
    Q_EMIT changed();
    select(m_selection);
}

void DocumentSession::select(std::set<std::string> ids)
{
    std::erase_if(ids, [this](const std::string& id) { return !isIdTaken(m_document, id); });
    if (ids == m_selection) return;
    m_selection = std::move(ids);
    Q_EMIT selectionChanged();
}

QString DocumentSession::displayName() const
{
    if (!m_path.isEmpty()) return QFileInfo(m_path).fileName();
    return m_name.isEmpty() ? textOf(Message("editor.untitled")) : m_name;
}

void DocumentSession::adopt(io::SourceDocument source, const QString& path)
{
    m_undoStack.clear();
    m_isUnsaved = false;
    m_document = source.document;
    m_source = std::move(source);
    m_path = path;
    m_name.clear();
    ++m_version;
    m_selection.clear();
    Q_EMIT changed();
    Q_EMIT selectionChanged();
}

Result<void> DocumentSession::open(const QString& path)
{
    Result<io::SourceDocument> source = io::readFile(fromQString(path), m_catalogue);
    if (!source) return source.error();
    adopt(std::move(*source), path);
    return {};
}

void DocumentSession::startEmpty() { adopt({}, {}); }

Result<void> DocumentSession::startFrom(const std::string& text, const QString& name)
{
    Result<io::SourceDocument> source = io::read(text, fromQString(name), m_catalogue);
    if (!source) return source.error();
    adopt(std::move(*source), {});
    m_name = name;
    Q_EMIT changed();
    return {};
}

Result<void> DocumentSession::recover(const std::string& text, const QString& path, const QString& name)
{
    Result<io::SourceDocument> source = io::read(text, fromQString(path.isEmpty() ? name : path), m_catalogue);
    if (!source) return source.error();
    adopt(std::move(*source), path);
    // Saving edits the file that is there; the recovered text was made from it.
    if (!path.isEmpty())
        if (auto onDisk = io::readFile(fromQString(path), m_catalogue)) m_source = std::move(*onDisk);
    m_name = name;
    m_isUnsaved = true;
    Q_EMIT changed();
    return {};
}

std::string DocumentSession::text() const { return io::write(m_document, m_source, m_catalogue); }

Result<void> DocumentSession::writeTo(const QString& path)
{
    std::string bytes = text();
    const Result<void> written = io::writeFileAtomically(fromQString(path), bytes);
    if (!written) return written;
    m_source.document = m_document;
    m_source.text = std::move(bytes);
    m_source.file = fromQString(path);
    m_path = path;
    m_isUnsaved = false;
    m_undoStack.setClean();
    Q_EMIT changed();
    return {};
}

Result<void> DocumentSession::save() { return writeTo(m_path); }
Result<void> DocumentSession::saveAs(const QString& path) { return writeTo(path); }

bool DocumentSession::isOtherOnDisk() const
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) return false;
    return file.readAll().toStdString() != m_source.text;
}

Result<void> DocumentSession::mergeFromDisk()
{
    Result<io::SourceDocument> theirs = io::readFile(fromQString(m_path), m_catalogue);
    if (!theirs) return theirs.error();
    edit::ChangeSet change = edit::diff(m_source.document, theirs->document);
    change.caption = Message("editor.step.merge-from-disk");
    const Result<Document> merged = edit::apply(m_document, change);
    if (!merged) return merged.error();
    if (const auto errors = structuralErrors(*merged); !errors.empty()) return errors.front();
    const bool wasModified = isModified();
    m_source = std::move(*theirs);
    const Result<void> applied = apply(change);
    if (!wasModified) m_undoStack.setClean();
    return applied;
}

Result<void> DocumentSession::reloadFromDisk()
{
    Result<io::SourceDocument> theirs = io::readFile(fromQString(m_path), m_catalogue);
    if (!theirs) return theirs.error();
    edit::ChangeSet change = edit::diff(m_document, theirs->document);
    change.caption = Message("editor.step.reload");
    m_source = std::move(*theirs);
    const Result<void> applied = apply(change);
    m_isUnsaved = false;
    m_undoStack.setClean();
    Q_EMIT changed();
    return applied;
}

QString DocumentSession::captionAt(int step) const
{
    const auto* command = static_cast<const ChangeSetCommand*>(m_undoStack.command(step));
    return command ? textOf(command->caption()) : QString();
}

QString DocumentSession::undoText() const
{
    return m_undoStack.canUndo() ? captionAt(m_undoStack.index() - 1) : QString();
}
QString DocumentSession::redoText() const { return m_undoStack.canRedo() ? captionAt(m_undoStack.index()) : QString(); }

QStringList DocumentSession::history() const
{
    QStringList steps;
    for (int step = 0; step < m_undoStack.count(); ++step) steps << captionAt(step);
    return steps;
}

}  // namespace lintel::app::session
