#include "app/inspector/block_page.h"

#include "app/inspector/finding_strip.h"
#include "app/inspector/property_editor.h"
#include "app/inspector/thread_section.h"
#include "app/qt_text.h"
#include "app/settings/appearance.h"
#include "model/edit/operations/address_plan.h"
#include "model/edit/operations/rename_element.h"
#include "model/edit/operations/set_property.h"
#include "model/edit/transaction.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace lintel::app::inspector {

using namespace model;
using catalogue::Property;

namespace {

constexpr const char* kGroups[] = {"general",     "network",  "availability", "security",
                                   "application", "delivery", "data",         "cost"};

using Blocks = std::vector<BlockId>;

/// The properties that every block has, as the first one's kind tells them.
std::vector<Property> commonProperties(const Blocks& blocks, const PageContext& context)
{
    const Document& document = context.session.document();
    const catalogue::Catalogue& catalogue = context.session.catalogue();
    const catalogue::Kind* first = catalogue.kindOf(*document.blocks.find(blocks.front()));
    std::vector<Property> common = first ? first->properties : std::vector<Property>();
    for (const BlockId& id : blocks) {
        const catalogue::Kind* kind = catalogue.kindOf(*document.blocks.find(id));
        std::erase_if(common, [&](const Property& property) {
            const Property* other = kind ? kind->property(property.key) : nullptr;
            return !other || other->type != property.type || other->values != property.values;
        });
    }
    return common;
}

bool isMixed(const Blocks& blocks, const std::string& key, const Document& document)
{
    const Value& first = document.blocks.find(blocks.front())->property(key);
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const BlockId& id) { return !(document.blocks.find(id)->property(key) == first); });
}

void setProperty(const Blocks& blocks, const Property& property, Value value, const PageContext& context)
{
    const Document& document = context.session.document();
    if (blocks.size() == 1)
        return context.apply(edit::setProperty(document, blocks.front(), property.key, std::move(value)));
    edit::Transaction transaction(document);
    for (const BlockId& id : blocks) transaction.setProperty(id, property.key, value);
    context.apply(transaction.finish(
        {"editor.step.set-property-of-several",
         {{"count", std::to_string(blocks.size())}, {"key", fromQString(context.words.of(property.title))}}}));
}

void addProperty(QFormLayout& section, const Blocks& blocks, const Property& property, const PageContext& context)
{
    const Document& document = context.session.document();
    EditorContext editing{document, context.words, isMixed(blocks, property.key, document)};
    // What is free is known of IPv4.
    if (property.key == "cidr" && blocks.size() == 1)
        if (const auto free = edit::freeRangeFor(document, context.session.catalogue(), blocks.front()))
            editing.freeRange = free->text();
    QWidget* editor = makePropertyEditor(
        property, document.blocks.find(blocks.front())->property(property.key), editing,
        [blocks, property, context](Value value) { setProperty(blocks, property, std::move(value), context); },
        nullptr);
    editor->setObjectName("property." + toQString(property.key));
    editor->setToolTip(context.words.of(property.help));
    const bool isTable = property.type == catalogue::PropertyType::Table;
    addField(section, context.words.of(property.title), editor, isTable);
}

void addHeaderOf(QVBoxLayout& page, const Blocks& blocks, const PageContext& context)
{
    const Block& first = *context.session.document().blocks.find(blocks.front());
    const catalogue::Kind* kind = context.session.catalogue().kindOf(first);
    const QString title = kind ? context.words.of(kind->title) : toQString(first.kind.text());
    if (blocks.size() == 1)
        return addHeader(page, settings::kindIcon(first.kind.text()), title,
                         kind ? context.words.of(kind->summary) : QString());
    const Document& document = context.session.document();
    const bool isOneKind = std::all_of(blocks.begin(), blocks.end(),
                                       [&](const BlockId& id) { return document.blocks.find(id)->kind == first.kind; });
    addHeader(page, isOneKind ? settings::kindIcon(first.kind.text()) : QIcon(),
              context.words("inspector.several", {{"count", std::to_string(blocks.size())}}),
              isOneKind ? title : context.words("inspector.several-kinds"));
}

void addNameAndId(QVBoxLayout& page, const Block& block, const PageContext& context)
{
    QFormLayout* section = addSection(page, {});
    const catalogue::Kind* kind = context.session.catalogue().kindOf(block);
    addField(*section, context.words("inspector.name"),
             makeLineField(toQString(block.name), "name", kind ? context.words.of(kind->title) : QString(),
                           [id = block.id, context](std::string name) {
                               context.apply(edit::renameElement(context.session.document(), id.text(), name));
                           }));
    auto* id = new QLabel(toQString(block.id.text()));
    id->setTextInteractionFlags(Qt::TextSelectableByMouse);
    id->setForegroundRole(QPalette::PlaceholderText);
    id->setToolTip(context.words("inspector.id-tip"));
    addField(*section, context.words("inspector.id"), id);
    addComment(*section, block.id.text(), context);
    struct Derived {
        const char* name;
        const char* title;
        const char* tip;
    };
    for (const auto& [name, title, tip] : {Derived{"derivedNetwork", "inspector.derived-network", "derived.tip"},
                                           Derived{"derivedCost", "inspector.cost", "inspector.derived-tip"}}) {
        auto* derived = new QLabel;
        derived->setObjectName(name);
        derived->setTextFormat(Qt::PlainText);
        derived->setWordWrap(true);
        derived->setToolTip(context.words(tip));
        addField(*section, context.words(title), derived);
    }
    addThreads(page, block.id.text(), context);
}

}  // namespace

void addBlockPage(QVBoxLayout& page, FindingStrip& findings, const Blocks& blocks, const PageContext& context)
{
    addHeaderOf(page, blocks, context);
    page.addWidget(&findings);
    if (blocks.size() == 1) addNameAndId(page, *context.session.document().blocks.find(blocks.front()), context);
    const std::vector<Property> properties = commonProperties(blocks, context);
    for (const char* group : kGroups) {
        QFormLayout* section = nullptr;
        for (const Property& property : properties) {
            if ((property.group.empty() ? std::string("general") : property.group) != group) continue;
            // What is one block's own cannot be meant for several.
            if (blocks.size() > 1 && property.type == catalogue::PropertyType::Cidr) continue;
            if (!section)
                section = addSection(page, context.words.of(Message(std::string("inspector.group.") + group)));
            addProperty(*section, blocks, property, context);
        }
    }
}

}  // namespace lintel::app::inspector
