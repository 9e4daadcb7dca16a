#pragma once

#include "tests/support/design_builder.h"

#include <functional>
#include <random>
#include <string>
#include <vector>

namespace lintel::test {

/// A random place of a sound design of several systems (tests/support/large_design.h), and the design with what was
/// done to it there.
class Place {
public:
    Place(const model::Document& clean, int systems, std::mt19937& random);

    /// An element of the chosen system: "db", "app-a" (a subnet), "sg-web".
    std::string id(const std::string& name) const { return m_system + "-" + name; }
    const std::string& vpc() const { return m_system; }
    /// One of the system's servers; the same one throughout.
    const std::string& server() const { return m_server; }
    const std::string& zone() const { return m_zone; }
    std::string otherZone() const { return m_zone == "a" ? "c" : "a"; }
    /// "10.3." of the chosen system.
    const std::string& range() const { return m_range; }
    std::size_t below(std::size_t limit) { return m_random() % limit; }

    support::DesignBuilder design;

private:
    std::mt19937& m_random;
    std::string m_system;
    std::string m_server;
    std::string m_zone;
    std::string m_range;
};

/// How to bring a rule's fault into a sound design, and how to do what only looks like it.
struct Mutator {
    std::string rule;
    std::function<void(Place&)> fault;
    std::function<void(Place&)> nearMiss;
};

const std::vector<Mutator>& networkMutators();
const std::vector<Mutator>& serviceMutators();
const std::vector<Mutator>& exposureMutators();
const std::vector<Mutator>& operationsMutators();
const std::vector<Mutator>& capacityMutators();
const std::vector<Mutator>& resilienceMutators();

/// Ids as the value of a property.
model::Value list(const std::string& one);
model::Value list(const std::string& one, const std::string& other);

/// One row of a security group.
model::Value groupRows(const std::string& ports, const std::string& source);
model::Value defaultRoute(const std::string& target);

}  // namespace lintel::test
