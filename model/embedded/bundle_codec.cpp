#include "model/base/byte_stream.h"
#include "model/catalogue/catalogue_codec.h"
#include "model/embedded/bundle.h"

namespace lintel::model::embedded {

std::string encodeBundle(const Bundle& bundle)
{
    ByteWriter out;
    out.text(catalogue::encode(bundle.catalogue));
    out.number(static_cast<std::int64_t>(bundle.messages.entries().size()));
    for (const auto& [id, entry] : bundle.messages.entries()) {
        out.text(id);
        out.text(entry.en);
        out.text(entry.ko);
    }
    out.number(static_cast<std::int64_t>(bundle.templates.size()));
    for (const Template& design : bundle.templates)
        for (const std::string* text :
             {&design.name, &design.title.en, &design.title.ko, &design.summary.en, &design.summary.ko, &design.text})
            out.text(*text);
    out.number(static_cast<std::int64_t>(bundle.ruleExamples.size()));
    for (const RuleExample& example : bundle.ruleExamples)
        for (const std::string* text : {&example.rule, &example.before, &example.after}) out.text(*text);
    return out.take();
}

Bundle decodeBundle(std::string_view bytes)
{
    ByteReader in(bytes);
    Bundle bundle;
    bundle.catalogue = catalogue::decode(in.text());
    for (std::int64_t left = in.number(); left > 0; --left) {
        std::string id = in.text();
        std::string en = in.text();
        bundle.messages.add(std::move(id), {std::move(en), in.text()});
    }
    for (std::int64_t left = in.number(); left > 0; --left) {
        Template design;
        for (std::string* text :
             {&design.name, &design.title.en, &design.title.ko, &design.summary.en, &design.summary.ko, &design.text})
            *text = in.text();
        bundle.templates.push_back(std::move(design));
    }
    for (std::int64_t left = in.number(); left > 0; --left) {
        RuleExample example;
        for (std::string* text : {&example.rule, &example.before, &example.after}) *text = in.text();
        bundle.ruleExamples.push_back(std::move(example));
    }
    bundle.messages.addTitles(bundle.catalogue);
    return bundle;
}

}  // namespace lintel::model::embedded
