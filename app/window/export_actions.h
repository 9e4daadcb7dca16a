#pragma once

#include "app/window/window_context.h"
#include "model/base/result.h"

#include <QObject>
#include <QStringList>

namespace lintel::app {

class DocumentTab;
class ExportDialog;

/// Export from the window, through the same exporters as the command line.
class ExportActions : public QObject {
    Q_OBJECT

public:
    explicit ExportActions(WindowContext context);

private:
    void ask();
    /// The selection, or everything when nothing is selected, as PNG and SVG for whatever program takes it.
    void copyPicture();
    /// The files it wrote.
    model::Result<QStringList> write(DocumentTab& tab, const ExportDialog& wish);
    /// Into a folder that may hold an earlier export; nothing is written when the user would rather keep it.
    model::Result<QStringList> writeTerraform(DocumentTab& tab, const QString& folder);
    QString stemOf(DocumentTab& tab) const;

    WindowContext m_context;
};

}  // namespace lintel::app
