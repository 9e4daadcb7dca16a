#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace lintel::app {

/// The one crossing between the model's UTF-8 and Qt's text.
inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string fromQString(const QString& text) { return text.toStdString(); }

}  // namespace lintel::app
