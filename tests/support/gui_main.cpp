#include <QApplication>
#include <QStandardPaths>

#include <gtest/gtest.h>

/// The application object lives in main: as a static it would outlive Qt's own devices and crash at the end.
int main(int argc, char** argv)
{
    // LINTEL_TEST_DISPLAY: in real windows of the display at hand.
    if (!qEnvironmentVariableIsSet("LINTEL_TEST_DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    ::testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName("lintel-tests");
    return RUN_ALL_TESTS();
}
