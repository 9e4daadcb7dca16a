#pragma once

#include <QGuiApplication>

#include <gtest/gtest.h>

namespace lintel::test {

/// Fonts and pictures need a QGuiApplication; tests run without a display.
inline void ensureGuiApplication()
{
    static int argumentCount = 1;
    static char name[] = "tests";
    static char* arguments[] = {name, nullptr};
    if (QCoreApplication::instance()) return;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QGuiApplication application(argumentCount, arguments);
}

class GuiTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { ensureGuiApplication(); }
};

}  // namespace lintel::test
