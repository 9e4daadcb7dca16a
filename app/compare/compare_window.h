#pragma once

#include "app/compare/comparison.h"
#include "app/latest_job.h"
#include "app/settings/words.h"

#include <QMainWindow>

#include <optional>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace lintel::rendering::canvas {
class CanvasWidget;
}

namespace lintel::app::compare {

class ChangeList;
class WipeView;

/// Two designs to look at: overlaid, side by side or with a line to drag between them, and the list of what changed to
/// step through. Changes nothing.
class CompareWindow : public QMainWindow {
    Q_OBJECT

public:
    struct Named {
        QString name;
        model::Document document;
    };

    /// The comparison is worked out on a worker; catalogue and words outlive the window.
    CompareWindow(const model::catalogue::Catalogue& catalogue, const settings::Words& words,
                  const rendering::Theme& theme, Named before, Named after, QWidget* parent = nullptr);

    bool isReady() const { return m_comparison.has_value(); }

Q_SIGNALS:
    void ready();

private:
    using Canvas = rendering::canvas::CanvasWidget;

    void buildToolBar(const QString& names);
    QWidget* buildViews(const Named& before, const Named& after);
    QWidget* titled(const QString& title, Canvas* canvas);
    void follow(Canvas& from);
    void take(Comparison comparison);
    void highlight(const std::set<std::string>& ids);
    void draw(const std::set<std::string>& highlighted);
    std::vector<std::pair<Canvas*, Side>> canvases() const;

    const model::catalogue::Catalogue& m_catalogue;
    const settings::Words& m_words;
    rendering::Theme m_theme;
    std::optional<Comparison> m_comparison;
    ChangeList* m_changes;
    QStackedWidget* m_pages;
    Canvas* m_both;
    Canvas* m_left;
    Canvas* m_right;
    WipeView* m_wipe;
    bool m_isFollowing = false;
    LatestJob m_job;
};

}  // namespace lintel::app::compare
