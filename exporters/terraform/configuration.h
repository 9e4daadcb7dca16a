#pragma once

#include "exporters/exported_file.h"
#include "exporters/terraform/design.h"
#include "exporters/terraform/hcl/block.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace lintel::exporters::terraform {

enum class Concern { Network, Security, Compute, Data, Integration, Edge, Delivery, Observability };
inline constexpr std::size_t kConcerns = 8;

/// What the mappings build up: resources by concern, variables, outputs, extra files, and the account of what the
/// code covers and what it does not.
class Configuration {
public:
    explicit Configuration(const Design& design);

    const Design& design() const { return m_design; }

    /// Adds a resource, commented with the block it stands for. The block counts as exported.
    void add(Concern concern, const model::Block& subject, hcl::Block resource);
    /// The same, unless a part of that address is there already.
    void addOnce(Concern concern, const model::Block& subject, hcl::Block resource);
    /// One resource for the zones of a group, `for_each` over them. `subjects` by zone, which need not be the group's
    /// own blocks; `keys` are the names that the resources would have one by one, for moves to and from this form.
    void addForZones(Concern concern, const ZoneGroup& group,
                     const std::map<std::string, const model::Block*>& subjects,
                     const std::map<std::string, std::string>& keys, hcl::Block resource);
    /// A part that several blocks share; added the first time only.
    void addShared(Concern concern, hcl::Block part);
    /// The security group that a block without a drawn one gets; the same name every time it is asked for.
    const std::string& ownGroup(const model::Block& block);
    /// True the first time only: whoever asks first writes the group.
    bool makeOwnGroup(const model::Block& block) { return m_madeGroups.insert(block.id).second; }
    /// `wish`, or with a number when the type already has that name. For resources beside a block's main one.
    std::string claim(const std::string& type, const std::string& wish);

    void markExported(const model::Block& block) { m_exported.insert(block.id); }
    /// The code of `into`, which is there already, builds the block as well; its first part says so.
    void merge(const model::Block& block, const model::Block& into);
    bool isExported(const model::Block& block) const { return m_exported.count(block.id) > 0; }
    /// The connection is built, though others between the two may not be.
    void markBuilt(const model::ConnectionId& connection) { m_built.insert(connection); }
    bool isBuilt(const model::ConnectionId& connection) const { return m_built.count(connection) > 0; }
    /// The role that a workload was given, for permissions that come up later; empty when it has none.
    void setRole(const model::Block& workload, const std::string& role) { m_roles[workload.id] = role; }
    std::string roleOf(const model::Block& workload) const;
    /// The code joins the two, so a connection between them is built.
    void tie(const model::Block& a, const model::Block& b);
    bool isTied(const model::Block& a, const model::Block& b) const;

    /// Goes to NOT-EXPORTED.md with `terraform.left-out.<reason>`; an exported block may have something left, too.
    void leaveOut(const std::string& elementId, const std::string& reason,
                  std::vector<model::MessageArgument> arguments = {});

    /// A text that the design does not know and whoever applies the code must give. `condition` is code; empty: any
    /// text will do.
    void askFor(const std::string& name, std::string_view description, const std::string& condition = {},
                std::string_view error = {});
    void addVariable(const std::string& name, hcl::Block variable) { m_variables.emplace(name, std::move(variable)); }
    void addOutput(const std::string& name, std::string_view description, std::string code);
    /// A bucket has one policy: whoever may do something with it beside roles says so here, before the policies are
    /// written.
    void allowOnBucket(const model::Block& bucket, hcl::Block statement)
    {
        m_bucketStatements[bucket.id].push_back(std::move(statement));
    }
    std::vector<hcl::Block> bucketStatements(const model::Block& bucket) const
    {
        const auto found = m_bucketStatements.find(bucket.id);
        return found == m_bucketStatements.end() ? std::vector<hcl::Block>() : found->second;
    }
    void addFile(std::string path, std::string bytes) { m_files.push_back({std::move(path), std::move(bytes)}); }
    void needZone(const std::string& letter) { m_zones.insert(letter); }
    /// What every name that AWS shows begins with, unless whoever applies says otherwise.
    void setProject(std::string project) { m_project = std::move(project); }
    const std::string& project() const { return m_project; }
    void needUsEast1() { m_needsUsEast1 = true; }
    /// `"${local.short_prefix}-api"` as code, for names that AWS keeps short: 13 characters, the dash, and `longest`.
    std::string shortName(const model::Block& block, std::size_t longest);

    struct LeftOut {
        std::string element;
        std::string text;
        bool operator<(const LeftOut& other) const
        {
            return std::pair(element, text) < std::pair(other.element, other.text);
        }
    };

    /// A resource or data source, and the block that it stands for; shared parts stand for none.
    struct Part {
        struct Instance {
            std::string zone;
            model::BlockId subject;
            std::string key;  ///< the name it would have alone
        };

        hcl::Block code;
        model::BlockId subject;
        std::vector<Instance> instances;          ///< of `for_each` over zones
        std::vector<model::BlockId> merged = {};  ///< blocks that its code builds as well
    };

    /// Takes away what names something that is not there, until all names lead somewhere. A block that loses a part
    /// this way is left out with the reason. Call it after all mappings.
    void dropDangling();

    const std::vector<Part>& parts(Concern concern) const { return m_parts[static_cast<std::size_t>(concern)]; }
    const std::map<std::string, hcl::Block>& variables() const { return m_variables; }
    const std::map<std::string, hcl::Block>& outputs() const { return m_outputs; }
    const ExportedFiles& files() const { return m_files; }
    const std::set<std::string>& zones() const { return m_zones; }
    const std::set<LeftOut>& leftOut() const { return m_leftOut; }
    bool needsUsEast1() const { return m_needsUsEast1; }
    bool needsShortPrefix() const { return m_needsShortPrefix; }

private:
    std::set<std::string> declared() const;
    bool dropDangling(const std::set<std::string>& declared);

    const Design& m_design;
    std::array<std::vector<Part>, kConcerns> m_parts;
    std::set<std::string> m_shared;
    std::set<std::pair<std::string, std::string>> m_claimed;
    std::set<model::BlockId> m_exported;
    std::set<model::BlockId> m_withParts;
    std::set<model::ConnectionId> m_built;
    std::map<model::BlockId, std::string> m_roles;
    std::set<std::pair<model::BlockId, model::BlockId>> m_ties;
    std::map<model::BlockId, std::string> m_ownGroups;
    std::set<model::BlockId> m_madeGroups;
    std::map<std::string, hcl::Block> m_variables;
    std::map<std::string, hcl::Block> m_outputs;
    std::map<model::BlockId, std::vector<hcl::Block>> m_bucketStatements;
    ExportedFiles m_files;
    std::set<std::string> m_zones;
    std::set<LeftOut> m_leftOut;
    std::string m_project;
    bool m_needsUsEast1 = false;
    bool m_needsShortPrefix = false;
};

/// `{ Name = "..." }`, with what makes the block special.
hcl::Expression nameTag(const model::Block& block);
/// The value of the `Name` tag alone.
hcl::Expression shownName(const model::Block& block);
/// All tags, for what does not get those of the provider: the machines of a group, their volumes.
hcl::Expression allTags(const model::Block& block);
/// `[address.attribute, ...]` of the blocks.
hcl::Expression attributes(const Design& design, const std::vector<const model::Block*>& blocks,
                           std::string_view attribute);

}  // namespace lintel::exporters::terraform
