#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <vector>

namespace lintel::test {

/// What one run of the command line left behind.
struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// Runs `lintel` with these arguments in this process. Messages are English unless the arguments say otherwise.
Outcome lintel(std::vector<std::string> arguments, const std::string& standardInput = {});

/// A test whose files live in a folder of its own, removed at the end.
class CommandLineTest : public testing::Test {
protected:
    CommandLineTest();
    ~CommandLineTest() override;

    /// An absolute path in the folder.
    std::string path(const std::string& name) const { return (m_folder / name).string(); }
    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& bytes) const;
    std::string read(const std::string& name) const;
    /// A template of the program, written to `<name>.lintel.yaml`.
    std::string fromTemplate(const std::string& name) const;
    /// What stands in the folder, sorted.
    std::vector<std::string> files() const;

    const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

}  // namespace lintel::test
