#pragma once

#include <QCoreApplication>

#include <gtest/gtest.h>

namespace lintel::test {

/// For tests that need fonts, pictures or widgets; their program is made by lintel_add_gui_tests.
class GuiTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_NE(QCoreApplication::instance(), nullptr) << "use lintel_add_gui_tests"; }
};

}  // namespace lintel::test
