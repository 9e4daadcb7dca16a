#pragma once

#include "model/document/document.h"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <string>

namespace lintel::exporters::terraform::test {

/// A plan of `terraform`, as JSON, asked by the blocks that its resources stand for.
class PlannedDesign {
public:
    using Json = nlohmann::json;

    PlannedDesign(const model::Document& document, Json plan);

    /// For each planned resource of the type: its planned values, the expressions it was written with, its block.
    template <class Visit>
    void each(const std::string& type, Visit visit)
    {
        for (const Json& resource : m_plan["planned_values"]["root_module"]["resources"]) {
            if (resource["type"] != type || resource["mode"] != "managed") continue;
            const std::string address = resource["address"];
            if (const Json* written = enter(resource, address))
                visit(resource["values"], (*written)["expressions"], subjectOf(address));
        }
    }

    /// The block of a resource, or of one of its zones.
    std::string subjectOf(const std::string& address) const;
    /// The block that an argument of the visited resource refers to; `data.` for a data source, empty for none.
    std::string referred(const Json& expressions, const std::string& argument) const;
    /// All blocks that it refers to: every zone's where the resource is named in whole. `argument` may lead into a
    /// nested block, `vpc_config.subnet_ids`.
    std::set<std::string> allReferred(const Json& expressions, const std::string& argument) const;

private:
    const Json* enter(const Json& resource, const std::string& address);
    const Json* writtenAt(const std::string& address) const;
    std::string referred(const Json& expression) const;
    std::set<std::string> instancesOf(const std::string& address) const;

    std::string m_zone;  ///< of the visited resource, when it is one of `for_each`
    Json m_over;         ///< what its `for_each` goes over
    Json m_plan;
    std::map<std::string, std::string> m_subjects;
};

/// A planned value as text; empty when there is none.
std::string said(const nlohmann::json& values, const char* key);

}  // namespace lintel::exporters::terraform::test
