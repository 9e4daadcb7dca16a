#include "app/analysis/address_panel.h"

#include "app/analysis/panel_parts.h"
#include "app/qt_text.h"
#include "model/edit/operations/grow_containers.h"
#include "model/edit/operations/subnet_ranges.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

#include <algorithm>

namespace lintel::app::analysis {

using namespace model;
using model::analysis::AddressPlan;
using model::analysis::Cidr;
using model::analysis::SubnetPlan;
using model::analysis::VpcPlan;

namespace {
constexpr int kLargest = 16;  // AWS's limits for a subnet
constexpr int kSmallest = 28;
constexpr int kUsual = 24;
}  // namespace

AddressPanel::AddressPanel(const PanelContext& context)
    : AnalysisPanel(context, "addressPanel"),
      m_answer(context.session, context.cache),
      m_list(new QVBoxLayout),
      m_state(new QLabel),
      m_split(new QPushButton),
      m_merge(new QPushButton),
      m_prefix(new QSpinBox),
      m_next(new QLabel),
      m_add(new QPushButton)
{
    build();
    connect(&m_answer, &Inquiry::changed, this, &AddressPanel::showAnswer);
    connect(m_split, &QPushButton::clicked, this,
            [this] { edit(edit::splitSubnet(m_controller.document(), m_session.catalogue(), m_chosen)); });
    connect(m_merge, &QPushButton::clicked, this,
            [this] { edit(edit::mergeSubnet(m_controller.document(), m_session.catalogue(), m_chosen)); });
    connect(m_add, &QPushButton::clicked, this, &AddressPanel::addNext);
    connect(m_prefix, qOverload<int>(&QSpinBox::valueChanged), this, &AddressPanel::refreshBar);
    m_answer.askWhileSeen(*this, [](const model::analysis::Analyses& analyses) { return analyses.addresses(); });
    retranslate();
}

void AddressPanel::build()
{
    m_state->setObjectName("addressState");
    m_state->setTextFormat(Qt::PlainText);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_split->setObjectName("addressSplit");
    m_merge->setObjectName("addressMerge");
    m_prefix->setObjectName("addressPrefix");
    m_prefix->setRange(kLargest, kSmallest);
    m_prefix->setValue(kUsual);
    m_prefix->setPrefix("/");
    m_next->setObjectName("addressNext");
    m_next->setTextFormat(Qt::PlainText);
    m_add->setObjectName("addressAdd");
    auto* bar = new QHBoxLayout;
    for (QWidget* each : {static_cast<QWidget*>(m_split), static_cast<QWidget*>(m_merge)}) bar->addWidget(each);
    bar->addSpacing(16);
    for (QWidget* each : {static_cast<QWidget*>(m_prefix), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_add)})
        bar->addWidget(each);
    bar->addStretch();
    auto* page = new QWidget;
    page->setLayout(m_list);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(4);
    QScrollArea* area = scrolled(*page);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->addLayout(bar);
    layout->addWidget(m_state);
    layout->addWidget(area, 1);
}

void AddressPanel::retranslate()
{
    m_split->setText(m_words("addresses.split"));
    m_merge->setText(m_words("addresses.merge"));
    m_add->setText(m_words("addresses.add"));
    m_prefix->setAccessibleName(m_words("addresses.size"));
    m_prefix->setToolTip(m_words("addresses.size"));
    showAnswer();
}

void AddressPanel::showAnswer()
{
    clearLayout(*m_list);
    m_bars.clear();
    if (const AddressPlan* plan = m_answer.answer()) {
        for (const VpcPlan& vpc : plan->vpcs()) addVpc(vpc);
        addRemarks(*plan);
        m_list->addStretch();
    }
    if (!m_session.document().blocks.contains(m_chosen)) m_chosen = BlockId();
    for (AddressBar* bar : m_bars) bar->choose(m_chosen);
    refreshBar();
}

void AddressPanel::addVpc(const VpcPlan& plan)
{
    const auto name = [this](const BlockId& id) { return nameOf(id.text(), m_session, m_words); };
    std::string ranges;
    for (const Cidr& range : plan.ranges) ranges += (ranges.empty() ? "" : ", ") + range.text();
    auto* title = new QLabel(m_words("addresses.vpc", {{"name", fromQString(name(plan.vpc))},
                                                       {"ranges", ranges.empty() ? "?" : ranges},
                                                       {"free", std::to_string(plan.freeSize())},
                                                       {"size", std::to_string(plan.size())}}));
    title->setTextFormat(Qt::PlainText);
    m_list->addWidget(title);
    for (const Cidr& range : plan.ranges) {
        auto* bar = new AddressBar(plan, range, m_words, name);
        bar->setDark(m_isDark);
        connect(bar, &AddressBar::chosen, this, &AddressPanel::choose);
        connect(bar, &AddressBar::resizeAsked, this, [this](const BlockId& subnet, const Cidr& wished) {
            edit(edit::setSubnetRange(m_controller.document(), m_session.catalogue(), subnet, wished));
        });
        m_list->addWidget(bar);
        m_bars << bar;
    }
    std::string without;
    for (const SubnetPlan& subnet : plan.subnets)
        if (!subnet.range) without += (without.empty() ? "" : ", ") + fromQString(name(subnet.subnet));
    if (!without.empty()) m_list->addWidget(new QLabel(m_words("addresses.no-range", {{"names", without}})));
}

void AddressPanel::addRemarks(const AddressPlan& plan)
{
    for (const auto& conflict : plan.conflicts()) {
        auto* remark =
            new QLabel(m_words("addresses.conflict", {{"a", fromQString(nameOf(conflict.a.text(), m_session, m_words))},
                                                      {"b", fromQString(nameOf(conflict.b.text(), m_session, m_words))},
                                                      {"range", conflict.range.text()}}));
        QPalette palette = remark->palette();
        palette.setColor(QPalette::WindowText, rendering::colourOf(rendering::Mark::Tone::Broken, m_isDark));
        remark->setPalette(palette);
        remark->setTextFormat(Qt::PlainText);
        m_list->addWidget(remark);
    }
}

void AddressPanel::choose(const BlockId& subnet)
{
    m_chosen = subnet;
    for (AddressBar* bar : m_bars) bar->choose(subnet);
    if (!subnet.isEmpty()) m_session.select({subnet.text()});
    refreshBar();
}

const VpcPlan* AddressPanel::chosenVpc() const
{
    const AddressPlan* plan = m_answer.answer();
    if (!plan) return nullptr;
    for (const VpcPlan& vpc : plan->vpcs())
        if (std::any_of(vpc.subnets.begin(), vpc.subnets.end(),
                        [&](const SubnetPlan& each) { return each.subnet == m_chosen; }))
            return &vpc;
    const auto at =
        std::find_if(plan->vpcs().begin(), plan->vpcs().end(), [](const VpcPlan& vpc) { return !vpc.ranges.empty(); });
    return at == plan->vpcs().end() ? nullptr : &*at;
}

void AddressPanel::refreshBar()
{
    const AddressPlan* plan = m_answer.answer();
    const VpcPlan* vpc = chosenVpc();
    const SubnetPlan* subnet = plan ? plan->subnet(m_chosen) : nullptr;
    const bool hasRange = subnet && subnet->range;
    m_split->setEnabled(hasRange);
    m_merge->setEnabled(hasRange);
    const auto next = vpc ? vpc->nextRange(m_prefix->value()) : std::nullopt;
    const MessageArgument prefix{"prefix", std::to_string(m_prefix->value())};
    m_next->setText(next ? m_words("addresses.next", {prefix, {"range", next->text()}})
                         : m_words("addresses.no-next", {prefix}));
    m_add->setEnabled(next.has_value());
    for (QWidget* each : {static_cast<QWidget*>(m_prefix), static_cast<QWidget*>(m_next), static_cast<QWidget*>(m_add),
                          static_cast<QWidget*>(m_split), static_cast<QWidget*>(m_merge)})
        each->setVisible(vpc != nullptr);
    if (!plan)
        m_state->setText(m_words("reach.working"));
    else if (!vpc)
        m_state->setText(m_words("addresses.hint"));
    else if (!hasRange)
        m_state->setText(m_words("addresses.choose"));
    else
        m_state->setText(m_words(
            "addresses.chosen",
            {{"name", fromQString(nameOf(m_chosen.text(), m_session, m_words))}, {"range", subnet->range->text()}}));
    m_state->setToolTip(m_state->text());
}

void AddressPanel::edit(const Result<edit::ChangeSet>& change)
{
    if (!change) return m_state->setText(m_words.of(change.error()));
    m_controller.commit(edit::growContainers(m_controller.document(), m_session.catalogue(), *change));
}

void AddressPanel::addNext()
{
    const VpcPlan* vpc = chosenVpc();
    const auto next = vpc ? vpc->nextRange(m_prefix->value()) : std::nullopt;
    if (next) edit(edit::addSubnet(m_controller.document(), m_session.catalogue(), vpc->vpc, *next));
}

}  // namespace lintel::app::analysis
