#pragma once

#include "rendering/typography/typography.h"

#include <QByteArray>
#include <QFontInfo>

#include <string>

namespace lintel::test {

/// An SVG as a program reads it that takes the first font of a list which the machine has, as browsers do. Qt's own
/// reader takes the list for one name.
inline QByteArray withFirstFamily(const std::string& svg)
{
    QByteArray bytes = QByteArray::fromStdString(svg);
    const QByteArray key = " font-family=\"";
    const qsizetype begin = bytes.indexOf(key) + key.size();
    const qsizetype end = bytes.indexOf('"', begin);
    const QByteArray family = QFontInfo(rendering::fontOf(model::layout::TextStyle::BlockName)).family().toUtf8();
    return begin < key.size() ? bytes : bytes.replace(begin, end - begin, family);
}

}  // namespace lintel::test
