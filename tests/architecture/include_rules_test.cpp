// Include directions are law (ARCHITECTURE.md): checked on the sources, and the checker on a small made-up tree.

#include "tests/architecture/include_checker.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace lintel::test {

namespace {

namespace fs = std::filesystem;

/// A source tree in a temporary folder.
class MadeUpTree : public testing::Test {
protected:
    MadeUpTree()
    {
        std::string pattern = (fs::temp_directory_path() / "lintel-tree-XXXXXX").string();
        m_root = ::mkdtemp(pattern.data());
        for (const char* header :
             {"model/a.h", "rendering/r.h", "rendering/canvas/c.h", "exporters/e.h", "exporters/image/i.h", "app/w.h"})
            source(header, "#pragma once\n");
    }
    ~MadeUpTree() override { fs::remove_all(m_root); }

    void source(const std::string& file, const std::string& text)
    {
        fs::create_directories((m_root / file).parent_path());
        std::ofstream(m_root / file) << text;
    }
    std::vector<Violation> violations() const { return includeViolations(m_root); }

    void expectOne(const std::string& law, const std::string& file, const std::string& include)
    {
        source(file, "#include " + include + "\n");
        const std::vector<Violation> expected{{law, file, include.substr(1, include.size() - 2)}};
        EXPECT_EQ(violations(), expected);
        source(file, "");
        EXPECT_TRUE(violations().empty());
    }

private:
    fs::path m_root;
};

}  // namespace

TEST(IncludeRules, TheSourcesAreFound) { EXPECT_GT(countSources(LINTEL_SOURCE_DIR), 300U); }

TEST(IncludeRules, HoldInTheSources)
{
    for (const Violation& violation : includeViolations(LINTEL_SOURCE_DIR)) ADD_FAILURE() << violation;
}

TEST_F(MadeUpTree, AllowedDirectionsPass)
{
    source("model/x.cpp", "#include \"model/a.h\"\n#include <vector>\n#include <boost/graph/adjacency_list.hpp>\n");
    source("model/io/x.cpp", "#include <yaml-cpp/yaml.h>\n");
    source("model/catalogue/detail/x.h", "#include <yaml-cpp/yaml.h>\n");
    source("rendering/x.cpp", "#include \"model/a.h\"\n#include \"rendering/r.h\"\n#include <QPainter>\n");
    source("rendering/canvas/x.cpp", "#include <QWidget>\n#include \"x.moc\"\n");
    source("exporters/x.cpp", "#include \"model/a.h\"\n#include \"exporters/e.h\"\n");
    source("exporters/image/x.cpp", "#include \"rendering/r.h\"\n#include <QImage>\n");
    source("app/x.cpp",
           "#include \"exporters/e.h\"\n#include \"rendering/r.h\"\n#include \"model/a.h\"\n#include <QApplication>\n");
    EXPECT_TRUE(violations().empty());
}

TEST_F(MadeUpTree, AWrongLayerIsFound)
{
    expectOne("layer", "model/x.cpp", "\"rendering/r.h\"");
    expectOne("layer", "model/x.cpp", "\"app/w.h\"");
    expectOne("layer", "model/x.cpp", "\"exporters/e.h\"");
    expectOne("layer", "rendering/x.cpp", "\"app/w.h\"");
    expectOne("layer", "rendering/x.cpp", "\"exporters/e.h\"");
    expectOne("layer", "exporters/x.cpp", "\"rendering/r.h\"");
    expectOne("layer", "exporters/image/x.cpp", "\"app/w.h\"");
}

TEST_F(MadeUpTree, AnIncludeThatIsNotFromTheRootIsFound) { expectOne("missing", "model/x.cpp", "\"a.h\""); }

TEST_F(MadeUpTree, AnIndentedIncludeIsFoundToo)
{
    source("model/x.cpp", "#if 1\n#  include \"app/w.h\"\n#endif\n");
    EXPECT_EQ(violations().size(), 1U);
}

TEST_F(MadeUpTree, QtOutsideItsLayersIsFound)
{
    expectOne("qt", "model/x.cpp", "<QString>");
    expectOne("qt", "model/x.cpp", "<QtCore>");
    expectOne("qt", "exporters/x.cpp", "<QString>");
    expectOne("widgets", "rendering/x.cpp", "<QWidget>");
    expectOne("widgets", "app/cli/x.cpp", "<QApplication>");
}

TEST_F(MadeUpTree, ThirdPartyTypesThatLeakAreFound)
{
    expectOne("yaml", "model/lint/x.cpp", "<yaml-cpp/yaml.h>");
    expectOne("third-party-header", "model/io/x.h", "<yaml-cpp/yaml.h>");
    expectOne("third-party-header", "model/graph/x.h", "<boost/graph/graph_traits.hpp>");
}

TEST_F(MadeUpTree, AnotherHeaderBeforeTheOwnIsFound)
{
    source("model/a.cpp", "#include <vector>\n#include \"model/a.h\"\n");
    EXPECT_EQ(violations(), (std::vector<Violation>{{"own-header-first", "model/a.cpp", "model/a.h"}}));
}

TEST_F(MadeUpTree, ACycleIsFound)
{
    source("model/a.h", "#include \"model/b.h\"\n");
    source("model/b.h", "#include \"model/c.h\"\n");
    source("model/c.h", "#include \"model/a.h\"\n");
    EXPECT_EQ(violations(), (std::vector<Violation>{{"cycle", "model/c.h", "model/a.h"}}));
}

}  // namespace lintel::test
