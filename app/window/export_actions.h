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
    /// The files it wrote.
    model::Result<QStringList> write(DocumentTab& tab, const ExportDialog& wish);
    QString stemOf(DocumentTab& tab) const;

    WindowContext m_context;
};

}  // namespace lintel::app
