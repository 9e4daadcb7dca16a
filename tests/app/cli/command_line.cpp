#include "tests/app/cli/command_line.h"

#include "app/cli/cli.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace lintel::test {

namespace fs = std::filesystem;

Outcome lintel(std::vector<std::string> arguments, const std::string& standardInput)
{
    std::istringstream in(standardInput);
    std::ostringstream out;
    std::ostringstream err;
    const int code = app::cli::run(arguments, {in, out, err});
    return {code, out.str(), err.str()};
}

CommandLineTest::CommandLineTest()
{
    std::string pattern = (fs::temp_directory_path() / "lintel-test-XXXXXX").string();
    m_folder = ::mkdtemp(pattern.data());
    // Neither the kinds nor the language of who runs the tests may change what they see.
    ::setenv("XDG_CONFIG_HOME", path("config").c_str(), 1);
    ::setenv("LC_ALL", "C.UTF-8", 1);
}

CommandLineTest::~CommandLineTest()
{
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

std::string CommandLineTest::write(const std::string& name, const std::string& bytes) const
{
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
}

std::string CommandLineTest::read(const std::string& name) const
{
    std::ifstream stream(path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string CommandLineTest::fromTemplate(const std::string& name) const
{
    const std::string file = path(name + ".lintel.yaml");
    EXPECT_EQ(lintel({"new", "--template", name, "-o", file}).code, 0);
    return file;
}

std::vector<std::string> CommandLineTest::files() const
{
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(m_folder))
        if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), m_folder).generic_string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace lintel::test
