#pragma once

#include "tests/model/lint/seeds/seed_row.h"

namespace lintel::test {

constexpr const char* kA1 = "startup-1-first-server";
constexpr const char* kA2 = "startup-2-managed-parts";
constexpr const char* kA3 = "startup-3-private-network";
constexpr const char* kA4 = "startup-4-zero-downtime";
constexpr const char* kA5 = "startup-5-scaled-out";
constexpr const char* kA6 = "startup-6-edge";
constexpr const char* kB = "dangdang-salon";
constexpr const char* kC1 = "one-server";
constexpr const char* kC2 = "three-tier";
constexpr const char* kD = "eks-mobile-backend";
constexpr const char* kE = "small-service";

using Edit = std::function<void(support::DesignBuilder&)>;

inline Edit set(const char* id, const char* key, model::Value value)
{
    return [=](support::DesignBuilder& design) { design.set(id, key, value); };
}

inline Edit remove(std::initializer_list<const char*> ids)
{
    return [all = std::vector<const char*>(ids)](support::DesignBuilder& design) {
        for (const char* id : all) design.remove(id);
    };
}

inline Edit add(const char* id, const char* kind, const char* parent, model::Properties properties = {})
{
    return [=](support::DesignBuilder& design) { design.block(id, kind, parent, properties); };
}

inline Edit connect(const char* from, const char* to, const char* ports)
{
    return [=](support::DesignBuilder& design) { design.connect(from, to, ports); };
}

inline Edit inProfile(const char* name)
{
    return [=](support::DesignBuilder& design) { design.profile(name); };
}

/// The author says that everything is drawn.
inline void completeNetwork(support::DesignBuilder& design)
{
    model::edit::Transaction draft(design.build());
    model::Settings settings = design.build().settings();
    settings.properties["network-complete"] = true;
    draft.put(std::move(settings));
    design = support::DesignBuilder(draft.document());
}

/// The block in another container, with all that it says.
inline Edit move(const char* id, const char* parent)
{
    return [=](support::DesignBuilder& design) {
        model::edit::Transaction draft(design.build());
        model::Block block = *draft.block(model::BlockId(id));
        block.parent = model::BlockId(parent);
        draft.put(std::move(block));
        design = support::DesignBuilder(draft.document());
    };
}

inline Edit rename(const char* id, const char* name)
{
    return [=](support::DesignBuilder& design) {
        model::edit::Transaction draft(design.build());
        model::Block block = *draft.block(model::BlockId(id));
        block.name = name;
        draft.put(std::move(block));
        design = support::DesignBuilder(draft.document());
    };
}

/// One after the other.
inline Edit all(std::vector<Edit> edits)
{
    return [=](support::DesignBuilder& design) {
        for (const Edit& edit : edits) edit(design);
    };
}

inline model::Value list(std::initializer_list<const char*> items) { return support::ids(items); }

/// One rule of a security group.
inline model::Value inbound(const char* ports, const char* source)
{
    return support::rows({support::row({{"protocol", "tcp"}, {"ports", ports}, {"source", source}})});
}

inline model::Value defaultRoute(const char* target)
{
    return support::rows({support::row({{"destination", "0.0.0.0/0"}, {"target", target}})});
}

/// A team that lets only these reach the databases.
inline std::shared_ptr<const model::lint::Policy> onlyFrom(std::vector<std::string> words)
{
    model::lint::Policy policy;
    model::lint::Assertion assertion;
    assertion.id = "database";
    assertion.kind = model::lint::Assertion::Kind::OnlyFrom;
    assertion.from.words = std::move(words);
    assertion.to.words = {"role:database"};
    policy.assertions.push_back(std::move(assertion));
    return std::make_shared<const model::lint::Policy>(std::move(policy));
}

}  // namespace lintel::test
