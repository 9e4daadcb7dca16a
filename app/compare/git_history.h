#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lintel::app::compare {

/// What git remembers of one file. Answers come later, on the thread of the object; without git, or outside a
/// repository, there are no revisions.
class GitHistory : public QObject {
    Q_OBJECT

public:
    struct Revision {
        QString id;    ///< abbreviated hash
        QString date;  ///< 2026-11-21
        QString subject;
    };

    explicit GitHistory(const QString& path, QObject* parent = nullptr);

    /// The newest first, at most 200.
    void askRevisions(std::function<void(std::vector<Revision>)> answer);
    /// The file as it was; nothing when git does not have it.
    void askText(const QString& revision, std::function<void(std::optional<std::string>)> answer);

private:
    void run(const QStringList& arguments, std::function<void(std::optional<QByteArray>)> answer);

    QString m_folder;
    QString m_name;
};

}  // namespace lintel::app::compare
