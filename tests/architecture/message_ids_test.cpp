// Every message id that the code names exists, and every translation is used by somebody. (That a message exists in
// both languages is checked by the resource compiler: a build without one of them fails.)

#include "model/embedded/embedded.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using Entries = std::map<std::string, lintel::model::text::Messages::Entry, std::less<>>;

// The string literals of all sources: where message ids, whole or in parts, can stand.
const std::set<std::string>& literals()
{
    static const std::set<std::string> kLiterals = [] {
        std::set<std::string> found;
        const std::regex literal("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
        for (const char* layer : {"model", "rendering", "exporters", "app"})
            for (const auto& entry : fs::recursive_directory_iterator(fs::path(LINTEL_SOURCE_DIR) / layer)) {
                if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
                std::ifstream stream(entry.path());
                const std::string text(std::istreambuf_iterator<char>(stream), {});
                for (std::sregex_iterator at(text.begin(), text.end(), literal), end; at != end; ++at)
                    found.insert((*at)[1]);
            }
        return found;
    }();
    return kLiterals;
}

const Entries& entries() { return lintel::model::embedded::messages().entries(); }

std::string firstPart(const std::string& id) { return id.substr(0, id.find('.')); }

bool looksLikeId(const std::string& literal)
{
    static const std::regex kShape("[a-z][a-z0-9-]*(\\.[A-Za-z0-9_-]+)+");
    return std::regex_match(literal, kShape);
}

// `policy.yaml` and `terraform.tfvars.example` look like ids of the areas `policy` and `terraform`.
bool isFileName(const std::string& literal)
{
    static const std::regex kShape(
        "[a-z0-9-]+\\.(yaml|json|md|tf|tfstate|svg|png|html|txt)|[a-z0-9-]+\\.tfvars\\.example");
    return std::regex_match(literal, kShape) && !entries().contains(literal);
}

// Some code names an id without its first part, which a function of the folder puts before it.
bool isKnown(const std::string& literal)
{
    if (entries().contains(literal)) return true;
    for (const auto& [id, entry] : entries())
        if (id.ends_with("." + literal)) return true;
    return false;
}

// `summary.subnets-` + class: a beginning that ends within a word.
bool isBegun(const std::string& rest)
{
    for (auto dash = rest.find('-'); dash != std::string::npos; dash = rest.find('-', dash + 1))
        if (rest.find('.') < dash && literals().contains(rest.substr(0, dash + 1))) return true;
    return false;
}

// Whole, without its first part, or put together from a prefix (`cli.severity.`) or from first part and ending
// (`cli.` + name + `.summary`).
bool isNamed(const std::string& id)
{
    if (literals().contains(id)) return true;
    for (auto dot = id.find('.'); dot != std::string::npos; dot = id.find('.', dot + 1)) {
        if (id.find('.', dot + 1) != std::string::npos && literals().contains(id.substr(dot + 1))) return true;
        const bool isWhole = id.find('.') != dot;
        if (isWhole && literals().contains(id.substr(0, dot + 1))) return true;
    }
    const std::string rest = id.substr(id.find('.') + 1);
    for (auto dot = rest.find('.'); dot != std::string::npos; dot = rest.find('.', dot + 1))
        if (literals().contains(rest.substr(0, dot + 1))) return true;
    if (isBegun(rest)) return true;
    return literals().contains(firstPart(id) + ".") &&
           (literals().contains(rest) || literals().contains(id.substr(id.rfind('.'))));
}

}  // namespace

TEST(MessageIds, TheSourcesAreRead) { EXPECT_TRUE(literals().contains("io.too-deep")); }

TEST(MessageIds, WhatTheCodeNamesExists)
{
    std::set<std::string> areas;
    for (const auto& [id, entry] : entries()) areas.insert(firstPart(id));
    for (const std::string& literal : literals()) {
        if (!looksLikeId(literal) || isFileName(literal) || !areas.contains(firstPart(literal))) continue;
        EXPECT_TRUE(isKnown(literal)) << literal;
    }
}

TEST(MessageIds, EveryTranslationIsUsed)
{
    for (const auto& [id, entry] : entries()) {
        // Rules and kinds are named by their own files.
        if (firstPart(id) == "rule" || firstPart(id) == "kind") continue;
        EXPECT_TRUE(isNamed(id)) << id;
    }
}
