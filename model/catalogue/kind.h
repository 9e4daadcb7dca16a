#pragma once

#include "model/catalogue/property.h"

namespace lintel::model::catalogue {

/// How a kind is drawn: a box that holds others, an icon with a label, an icon that straddles its
/// container's border (gateways), or a frame around members wherever they are.
enum class Shape { Container, Node, Border, Group };

/// A palette entry: a kind with some properties set (`public-subnet`).
struct Preset {
    std::string id;
    Translated title;
    Properties properties;

    bool operator==(const Preset&) const = default;
};

/// What usually comes after a block, for quick connect.
struct NextKind {
    KindId kind;
    std::string port;

    bool operator==(const NextKind&) const = default;
};

/// A block kind as its catalogue file describes it.
struct Kind {
    KindId id;
    std::string category;
    Translated title;
    Translated summary;
    std::vector<std::string> keywords;
    Shape shape = Shape::Node;
    std::vector<std::string> parents;  ///< kinds that may hold it; `root` = top level, `any` = any container
    Properties facts;                  ///< role, tier, redundancy, engine-port... (resources/catalogue/README.md)
    std::vector<Property> properties;
    Properties initial;  ///< what a freshly drawn block gets
    std::vector<NextKind> next;
    std::vector<Preset> presets;
    std::string terraform;  ///< main resource type; empty = has no Terraform form

    bool operator==(const Kind&) const = default;

    bool isContainer() const { return shape == Shape::Container; }
    const Property* property(std::string_view key) const;
    const std::string& fact(std::string_view key) const { return propertyOf(facts, key).toString(); }
    bool flag(std::string_view key, bool fallback = false) const { return propertyOf(facts, key).toBool(fallback); }
};

}  // namespace lintel::model::catalogue
