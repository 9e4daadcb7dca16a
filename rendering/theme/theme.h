#pragma once

#include "model/lint/finding.h"
#include "rendering/display_list/primitives.h"
#include "rendering/theme/block_styles.h"

#include <QColor>

#include <optional>
#include <string_view>

namespace lintel::model::catalogue {
struct Kind;
}

namespace lintel::rendering {

/// How a container or a frame is drawn.
struct BoxStyle {
    QColor fill;
    QColor border;
    qreal width = 1;
    Dash dash = Dash::Solid;
    qreal radius = 4;
    QColor title;
};

struct LineStyle {
    QColor colour;
    qreal width = 1.5;
    Dash dash = Dash::Solid;
};

/// The colours of a drawing. A value; the same in the editor and in exports.
struct Theme {
    QColor background;
    QColor grid;
    QColor text;
    QColor mutedText;
    QColor labelFill;  ///< behind text on lines
    QColor labelBorder;
    QColor noteFill;
    QColor noteBorder;
    QColor selection;
    QColor highlight;
    bool isDark = false;
    bool isPaper = false;  ///< no tints: they waste ink

    static Theme light();
    static Theme dark();
    static Theme print();  ///< white paper without tints
    /// `light`, `dark` or `print`; nothing when unknown.
    static std::optional<Theme> named(std::string_view name);

    /// Of a container or group. `kind` may be null: unknown kinds get a neutral frame.
    BoxStyle box(const model::catalogue::Kind* kind, SubnetTone tone) const;
    LineStyle line(std::string_view relation) const;
    QColor severity(model::lint::Severity severity) const;
};

}  // namespace lintel::rendering
