#include "exporters/mermaid/mermaid_exporter.h"

#include "exporters/mermaid/mermaid_text.h"

#include <map>
#include <set>
#include <utility>
#include <vector>

namespace lintel::exporters::mermaid {

namespace {

using model::Block;
using model::BlockId;
using model::analysis::SubnetClass;

// Mermaid's defaults; beyond them it draws an error instead of the chart.
constexpr std::size_t kMostEdges = 450;
constexpr std::size_t kMostCharacters = 45000;

struct Edge {
    std::string relation;
    std::vector<std::string> labels;
};

class Flowchart {
public:
    Flowchart(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
              model::text::Language language)
        : m_graph(graph), m_routes(routes), m_language(language)
    {
    }

    std::string write()
    {
        collectEdges();
        if (m_edges.empty() || m_edges.size() > kMostEdges) return {};
        m_out = "flowchart LR\n";
        writeChildren(BlockId(), 1);
        for (const auto& [ends, edge] : m_edges) writeEdge(ends.first, ends.second, edge);
        writeClasses();
        return m_out.size() > kMostCharacters ? std::string() : std::move(m_out);
    }

private:
    // Software is drawn as its host: what runs where is the inventory's matter.
    BlockId endOf(const BlockId& id) const { return m_graph.hostOf(id); }

    void collectEdges()
    {
        for (const model::Connection& connection : m_graph.document().connections) {
            const BlockId from = endOf(connection.from);
            const BlockId to = endOf(connection.to);
            if (connection.relation == "attach" || from == to || !m_graph.block(from) || !m_graph.block(to)) continue;
            // Mermaid draws no edge between a subgraph and something inside it.
            if (m_graph.containment().holds(from, to) || m_graph.containment().holds(to, from)) continue;
            Edge& edge = m_edges[{from, to}];
            const bool isTraffic = connection.relation.empty() || connection.relation == "traffic";
            if (edge.labels.empty() || isTraffic) edge.relation = connection.relation;
            addLabel(edge, connection);
            show(from);
            show(to);
        }
    }

    static void addLabel(Edge& edge, const model::Connection& connection)
    {
        std::string label = connection.name;
        for (const std::string& part : {connection.protocol, connection.ports})
            if (!part.empty()) label += (label.empty() ? "" : " ") + part;
        label = labelText(label);
        for (const std::string& known : edge.labels)
            if (known == label) return;
        edge.labels.push_back(label);
    }

    void show(const BlockId& id)
    {
        m_shown.insert(id);
        for (const BlockId& ancestor : m_graph.containment().ancestors(id)) m_shown.insert(ancestor);
    }

    const std::string& idOf(const BlockId& id)
    {
        const auto known = m_ids.find(id);
        if (known != m_ids.end()) return known->second;
        const std::string wanted = nodeId(id.text());
        std::string free = wanted;
        for (int number = 2; !m_taken.insert(free).second; ++number) free = wanted + "_" + std::to_string(number);
        return m_ids.emplace(id, std::move(free)).first->second;
    }

    std::string kindTitle(const Block& block) const
    {
        const model::catalogue::Kind* kind = m_graph.catalogue().kindOf(block);
        return labelText(kind ? kind->title.in(model::text::codeOf(m_language)) : block.kind.text());
    }

    std::string nodeLabel(const Block& block) const
    {
        const std::string kind = kindTitle(block);
        const std::string name = labelText(block.name);
        return name.empty() || name == kind ? kind : name + "<br/>" + kind;
    }

    std::string containerLabel(const Block& block) const
    {
        const std::string range = labelText(block.property("cidr").scalarText());
        const std::string name = labelText(block.name);
        return (name.empty() ? kindTitle(block) : name) + (range.empty() ? "" : " " + range);
    }

    void writeChildren(const BlockId& parent, int depth)
    {
        for (const BlockId& id : m_graph.containment().children(parent)) {
            if (!m_shown.contains(id)) continue;
            bool holdsShown = false;
            for (const BlockId& child : m_graph.containment().children(id))
                holdsShown = holdsShown || m_shown.contains(child);
            const std::string indent(static_cast<std::size_t>(depth) * 2, ' ');
            const Block& block = *m_graph.block(id);
            if (!holdsShown) {
                m_out += indent + idOf(id) + shape(block, "\"" + nodeLabel(block) + "\"") + "\n";
                continue;
            }
            m_out += indent + "subgraph " + idOf(id) + "[\"" + containerLabel(block) + "\"]\n";
            m_containers.push_back(id);
            writeChildren(id, depth + 1);
            m_out += indent + "end\n";
        }
    }

    std::string shape(const Block& block, const std::string& label) const
    {
        const std::string& role = m_graph.catalogue().fact(block, "role");
        if (role == "database" || role == "cache" || role == "storage") return "[(" + label + ")]";
        if (role == "client" || role == "internet") return "([" + label + "])";
        if (role == "queue" || role == "topic" || role == "stream" || role == "broker") return "{{" + label + "}}";
        return "[" + label + "]";
    }

    void writeEdge(const BlockId& from, const BlockId& to, const Edge& edge)
    {
        std::string label;
        for (const std::string& part : edge.labels)
            if (!part.empty()) label += (label.empty() ? "" : ", ") + part;
        const bool isTraffic = edge.relation.empty() || edge.relation == "traffic";
        m_out += "  " + idOf(from) + (isTraffic ? " -->" : " -.->") + (label.empty() ? "" : "|\"" + label + "\"|") +
                 " " + idOf(to) + "\n";
    }

    // Borders only: they can be read on GitHub's light and dark pages alike.
    void writeClasses()
    {
        std::map<std::string, std::string> members;
        for (const BlockId& id : m_containers) {
            std::string type;  // Mermaid's own fill is yellow
            if (m_graph.isKind(id, "vpc"))
                type = "vpc";
            else if (m_graph.isKind(id, "availability-zone"))
                type = "zone";
            else if (m_graph.isKind(id, "subnet"))
                type = classOf(id);
            if (type.empty()) type = "box";
            members[type] += (members[type].empty() ? "" : ",") + idOf(id);
        }
        static const std::map<std::string, std::string> kStyles{{"box", "stroke:#7D8998"},
                                                                {"isolated", "stroke:#4A6FA5"},
                                                                {"private", "stroke:#00908F"},
                                                                {"public", "stroke:#6B8F12"},
                                                                {"vpc", "stroke:#8C4FFF,stroke-width:2px"},
                                                                {"zone", "stroke:#147EBA,stroke-dasharray:6 4"}};
        for (const auto& [type, ids] : members)
            m_out += "  classDef " + type + " fill:none," + kStyles.at(type) + "\n  class " + ids + " " + type + "\n";
    }

    std::string classOf(const BlockId& subnet) const
    {
        switch (m_routes.classOf(subnet)) {
            case SubnetClass::Public: return "public";
            case SubnetClass::Private: return "private";
            case SubnetClass::Isolated: return "isolated";
            case SubnetClass::Unknown: break;
        }
        return {};
    }

    const model::graph::ArchitectureGraph& m_graph;
    const model::analysis::Routes& m_routes;
    model::text::Language m_language;
    std::map<std::pair<BlockId, BlockId>, Edge> m_edges;
    std::set<BlockId> m_shown;
    std::set<std::string> m_taken;
    std::map<BlockId, std::string> m_ids;
    std::vector<BlockId> m_containers;
    std::string m_out;
};

}  // namespace

std::string exportFlowchart(const model::graph::ArchitectureGraph& graph, const model::analysis::Routes& routes,
                            model::text::Language language)
{
    return Flowchart(graph, routes, language).write();
}

}  // namespace lintel::exporters::mermaid
