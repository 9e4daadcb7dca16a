#pragma once

#include "app/window/window_context.h"

#include <QObject>

namespace lintel::app {

class FileActions;

/// Remembers which designs are open and what of them is in sight, and brings them back at the next start.
class LastDesigns : public QObject {
    Q_OBJECT

public:
    LastDesigns(WindowContext context, FileActions& files);

    /// Remembers from now on. Until then the list of the last run stays.
    void follow();
    /// Opens what was open; files that are gone are passed over.
    void restore();
    void remember();

private:
    WindowContext m_context;
    FileActions& m_files;
    bool m_isRestoring = false;
};

}  // namespace lintel::app
