#include "model/base/byte_stream.h"
#include "model/catalogue/catalogue_codec.h"
#include "model/embedded/bundle.h"

namespace lintel::model::embedded {

namespace {

std::string encode(const text::Messages& messages)
{
    ByteWriter out;
    out.number(static_cast<std::int64_t>(messages.entries().size()));
    for (const auto& [id, entry] : messages.entries()) {
        out.text(id);
        out.text(entry.en);
        out.text(entry.ko);
    }
    return out.take();
}

std::string encode(const Designs& designs)
{
    ByteWriter out;
    out.number(static_cast<std::int64_t>(designs.templates.size()));
    for (const Template& design : designs.templates)
        for (const std::string* text :
             {&design.name, &design.title.en, &design.title.ko, &design.summary.en, &design.summary.ko, &design.text})
            out.text(*text);
    out.number(static_cast<std::int64_t>(designs.ruleExamples.size()));
    for (const RuleExample& example : designs.ruleExamples)
        for (const std::string* text : {&example.rule, &example.before, &example.after}) out.text(*text);
    return out.take();
}

}  // namespace

// Three parts, each with its length in front, so that one can be stepped over.
std::string encode(const Bundle& bundle, const Designs& designs)
{
    ByteWriter out;
    out.text(catalogue::encode(bundle.catalogue));
    out.text(encode(bundle.messages));
    out.text(encode(designs));
    return out.take();
}

Bundle decodeBundle(std::string_view bytes)
{
    ByteReader parts(bytes);
    Bundle bundle;
    bundle.catalogue = catalogue::decode(parts.view());
    ByteReader in(parts.view());
    for (std::int64_t left = in.number(); left > 0; --left) {
        std::string id = in.text();
        std::string en = in.text();
        bundle.messages.add(std::move(id), {std::move(en), in.text()});
    }
    bundle.messages.addTitles(bundle.catalogue);
    return bundle;
}

Designs decodeDesigns(std::string_view bytes)
{
    ByteReader parts(bytes);
    parts.view();
    parts.view();
    ByteReader in(parts.view());
    Designs designs;
    for (std::int64_t left = in.number(); left > 0; --left) {
        Template design;
        for (std::string* text :
             {&design.name, &design.title.en, &design.title.ko, &design.summary.en, &design.summary.ko, &design.text})
            *text = in.text();
        designs.templates.push_back(std::move(design));
    }
    for (std::int64_t left = in.number(); left > 0; --left) {
        RuleExample example;
        for (std::string* text : {&example.rule, &example.before, &example.after}) *text = in.text();
        designs.ruleExamples.push_back(std::move(example));
    }
    return designs;
}

}  // namespace lintel::model::embedded
