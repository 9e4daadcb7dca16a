#pragma once

#include <functional>

namespace lintel::model {

/// The standard's hash, for maps that are asked all the time. It does not promise that it cannot throw, upon which
/// libstdc++ keeps the hash beside every key, so that texts are compared only where hashes agree, and growing or
/// walking a bucket hashes nothing again.
template <class Key>
struct StoredHash {
    std::size_t operator()(const Key& key) const { return std::hash<Key>{}(key); }
};

}  // namespace lintel::model
