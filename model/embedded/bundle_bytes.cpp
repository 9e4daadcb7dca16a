#include "model/embedded/bundle.h"

extern "C" const char lintel_bundle_begin[];
extern "C" const char lintel_bundle_end[];

namespace lintel::model::embedded {

std::string_view bundleBytes()
{
    return {lintel_bundle_begin, static_cast<std::size_t>(lintel_bundle_end - lintel_bundle_begin)};
}

}  // namespace lintel::model::embedded
