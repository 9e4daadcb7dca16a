#include "model/edit/transaction.h"
#include "model/lint/labels.h"
#include "model/lint/rule.h"

namespace lintel::model::lint::rules {

namespace {

void checkAccount(const Context& context, const BlockId& account, Report& report)
{
    const bool usesRoot = context.graph.value(account, "root-user-used").toBool();
    const std::string& mfa = context.graph.value(account, "mfa").toString();
    const bool lacksMfa = mfa == "none" || mfa == "some-users";
    if (!usesRoot && !lacksMfa) return;

    const std::string name = labelOf(context.graph, account);
    edit::Transaction transaction(context.document);
    if (usesRoot) transaction.setProperty(account, "root-user-used", false);
    if (lacksMfa) transaction.setProperty(account, "mfa", "all-users");
    auto finding = report.add(account);
    // The drawing only says that it is done; doing it is for people.
    finding.with("name", name).fix("done", false, transaction.finish({"rule.root-and-mfa.fix.done", {{"name", name}}}));
    if (!usesRoot)
        finding.variant(mfa == "none" ? "no-mfa" : "some-mfa");
    else if (lacksMfa)
        finding.variant("both");
}

void check(const Context& context, Report& report)
{
    for (const BlockId& account : context.graph.blocksOfKind("account")) checkAccount(context, account, report);
    for (const BlockId& user : context.graph.blocksOfKind("iam-user")) {
        const Value& mfa = context.graph.value(user, "mfa");
        if (!mfa.isBool() || mfa.toBool()) continue;
        const std::string name = labelOf(context.graph, user);
        edit::Transaction transaction(context.document);
        transaction.setProperty(user, "mfa", true);
        report.add(user)
            .variant("user")
            .with("name", name)
            .fix("done", false, transaction.finish({"rule.root-and-mfa.fix.user", {{"name", name}}}));
    }
}

}  // namespace

Rule rootAndMfa() { return {"root-and-mfa", "identity", Severity::Error, Softening::Never, check}; }

}  // namespace lintel::model::lint::rules
