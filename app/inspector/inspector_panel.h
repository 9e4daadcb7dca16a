#pragma once

#include "app/session/document_session.h"

#include <QScrollArea>

class QFormLayout;

namespace lintel::app::inspector {

/// What the selected block or connection is, made from the catalogue. Each finished field is one undo step.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit InspectorPanel(session::DocumentSession& session, QWidget* parent = nullptr);

    void rebuild();

private:
    void showSettings(QFormLayout& form);
    void showBlock(QFormLayout& form, const model::Block& block);
    void showConnection(QFormLayout& form, const model::Connection& connection);
    void addProperty(QFormLayout& form, const model::Block& block, const model::catalogue::Property& property);
    void addLine(QFormLayout& form, const QString& title, const std::string& text, const char* name, std::function<void(std::string)> chosen);
    void putConnection(const model::ConnectionId& id, const std::function<void(model::Connection&)>& edit);
    void apply(const model::edit::ChangeSet& change);
    void scheduleRebuild();

    session::DocumentSession& m_session;
    bool m_isScheduled = false;
    bool m_isEditing = false;
};

}  // namespace lintel::app::inspector
