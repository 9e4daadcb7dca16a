#pragma once

#include "model/layout/text_metrics.h"

#include <algorithm>

namespace lintel::test {

/// Text metrics without fonts, for tests: every Latin character is 7 units wide, every wide one (Hangul and
/// whatever else needs three bytes) 13, every line 16 high.
class FixedTextMetrics : public model::layout::TextMetrics {
public:
    model::Size sizeOf(std::string_view line, model::layout::TextStyle) const override
    {
        int width = 0;
        for (std::size_t i = 0; i < line.size(); i += lengthAt(line, i)) width += widthAt(line, i);
        return {width, 16};
    }

    std::vector<std::string> wrapped(std::string_view text, model::layout::TextStyle style, int width,
                                     int maxLines) const override
    {
        std::vector<std::string> lines;
        std::string line;
        bool cut = false;
        const auto flush = [&] {
            while (!line.empty() && line.back() == ' ') line.pop_back();
            if (!line.empty()) lines.push_back(line);
            line.clear();
        };
        for (std::size_t i = 0; i < text.size() && !cut;) {
            const std::size_t length = lengthAt(text, i);
            const std::string character(text.substr(i, length));
            i += length;
            if (character == "\n") {
                flush();
            } else if (!(line.empty() && character == " ")) {
                if (sizeOf(line + character, style).width > width) {
                    std::string carried;
                    const auto space = line.rfind(' ');
                    if (character != " " && space != std::string::npos) {
                        carried = line.substr(space + 1);
                        line.resize(space);
                    }
                    flush();
                    line = carried;
                }
                if (character != " " || !line.empty()) line += character;
            }
            cut = static_cast<int>(lines.size()) >= maxLines && !line.empty();
        }
        if (cut) {
            std::string& last = lines.back();
            while (!last.empty() && sizeOf(last + "…", style).width > width) popCharacter(last);
            last += "…";
        } else {
            flush();
        }
        return lines;
    }

private:
    static std::size_t lengthAt(std::string_view text, std::size_t at)
    {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return std::min(length, text.size() - at);
    }
    static int widthAt(std::string_view text, std::size_t at)
    {
        return static_cast<unsigned char>(text[at]) < 0xE0 ? 7 : 13;
    }
    static void popCharacter(std::string& text)
    {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        if (!text.empty()) text.pop_back();
    }
};

}  // namespace lintel::test
