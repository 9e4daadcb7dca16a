#pragma once

#include "model/layout/text_metrics.h"

#include <QFont>
#include <QStringList>

namespace lintel::rendering {

/// The face of each role of text. Needs a QGuiApplication. Fonts are made afresh on each call, so that no
/// two threads share one.
QFont fontOf(model::layout::TextStyle style);

/// Height of its letters, in diagram units.
int fontPixels(model::layout::TextStyle style);

/// Families in order of preference, Hangul included; for SVG as well.
QStringList fontFamilies();

/// Distance from the top of a line's box to its baseline, in diagram units.
qreal ascentOf(model::layout::TextStyle style);
/// How far the first letter of a line reaches to the left of where the line begins (as `j` does): so far right it is
/// drawn, for the ink to begin inside the line's box.
qreal overhangOf(const QString& line, model::layout::TextStyle style);
/// Height of a line's box, whatever scripts it holds.
int lineHeightOf(model::layout::TextStyle style);

/// The program's text metrics: what layout measures is what the painter draws. May be used from any thread.
class FontTextMetrics : public model::layout::TextMetrics {
public:
    model::Size sizeOf(std::string_view line, model::layout::TextStyle style) const override;
    std::vector<std::string> wrapped(std::string_view text, model::layout::TextStyle style, int width,
                                     int maxLines) const override;
};

/// Text as it may be drawn: control characters become spaces.
QString displayText(std::string_view text);

}  // namespace lintel::rendering
