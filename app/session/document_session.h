#pragma once

#include "model/catalogue/catalogue.h"
#include "model/edit/change_set.h"
#include "model/io/source_document.h"
#include "model/text/messages.h"

#include <QObject>
#include <QStringList>
#include <QUndoStack>

#include <set>
#include <string>

namespace lintel::app::session {

/// The one owner of a mutable document: what is open, what is selected, how to take it back, where it is saved.
/// Everybody else holds snapshots.
class DocumentSession : public QObject {
    Q_OBJECT

public:
    explicit DocumentSession(const model::catalogue::Catalogue& catalogue, const model::text::Messages& messages,
                             QObject* parent = nullptr);
    ~DocumentSession() override;

    const model::catalogue::Catalogue& catalogue() const { return m_catalogue; }
    const model::text::Messages& messages() const { return m_messages; }
    const model::Document& document() const { return m_document; }
    /// Counts the changes; tells results for an older snapshot from those for this one.
    std::uint64_t version() const { return m_version; }
    QUndoStack& undoStack() { return m_undoStack; }

    model::text::Language language() const { return m_language; }
    void setLanguage(model::text::Language language) { m_language = language; }
    QString textOf(const model::Message& message) const;
    QString textOf(const model::Error& error) const;

    /// Makes the change as one undo step; a change without effect leaves none. Refused when it is stale.
    model::Result<void> apply(const model::edit::ChangeSet& change);

    const std::set<std::string>& selection() const { return m_selection; }
    /// Ids that do not exist are left out.
    void select(std::set<std::string> ids);

    const QString& path() const { return m_path; }
    QString displayName() const;
    /// Whether there is something that a save would keep.
    bool isModified() const { return m_isUnsaved || !m_undoStack.isClean(); }
    /// What the next undo or redo does; empty when there is none.
    QString undoText() const;
    QString redoText() const;
    /// What each step of the undo history did, the oldest first, in the language of the moment.
    QStringList history() const;
    /// Each leaves everything as it was when it fails.
    model::Result<void> open(const QString& path);
    model::Result<void> save();
    model::Result<void> saveAs(const QString& path);
    void startEmpty();
    /// A design that has no file yet, from a template's or a recovered text.
    model::Result<void> startFrom(const std::string& text, const QString& name);
    /// Work that an earlier run lost: as startFrom(), but still to be saved, to `path` where it is known.
    model::Result<void> recover(const std::string& text, const QString& path, const QString& name);

    /// What a save would write.
    std::string text() const;
    /// As last read or written.
    const model::io::SourceDocument& source() const { return m_source; }

    /// Whether the file holds something else than what was last read or written here; a file that cannot be read
    /// does not count.
    bool isOtherOnDisk() const;
    /// Brings in what another program wrote to the file, as one undo step on top of the edits made here. Refused
    /// when both changed the same thing.
    model::Result<void> mergeFromDisk();
    /// Takes the file as it is on disk, as one undo step: edits made here are undone by it, and come back by undo.
    model::Result<void> reloadFromDisk();

Q_SIGNALS:
    void changed();  ///< the document, or which document it is
    void selectionChanged();

private:
    friend class ChangeSetCommand;
    void replaceBy(const model::edit::ChangeSet& change);
    void adopt(model::io::SourceDocument source, const QString& path);
    model::Result<void> writeTo(const QString& path);
    QString captionAt(int step) const;

    const model::catalogue::Catalogue& m_catalogue;
    const model::text::Messages& m_messages;
    model::text::Language m_language = model::text::Language::English;
    model::Document m_document;
    model::io::SourceDocument m_source;  ///< as last read or written: saving edits this text
    QUndoStack m_undoStack;
    std::set<std::string> m_selection;
    std::uint64_t m_version = 0;
    QString m_path;
    QString m_name;            ///< of a design without a file
    bool m_isUnsaved = false;  ///< recovered work that was never saved
};

}  // namespace lintel::app::session
