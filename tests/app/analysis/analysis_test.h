#pragma once

#include "app/analysis/analysis_panels.h"
#include "app/analysis/failure_panel.h"
#include "app/analysis/reach_panel.h"
#include "app/window/action_set.h"
#include "app/window/panel_docks.h"
#include "tests/app/editor_test.h"

#include <QComboBox>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTreeWidget>

namespace lintel::test {

/// Two zones with a web server in each behind a load balancer; people connect to it. The database lets only the web
/// servers in, and stands alone.
inline const QByteArray kTwoZones = R"(lintel: 1
title: two zones
region: ap-northeast-2
blocks:
  people: {kind: users, name: 사용자}
  main: {kind: vpc, name: main, cidr: 10.0.0.0/16}
  igw: {kind: internet-gateway, in: main, name: 관문}
  rt: {kind: route-table, in: main, name: 라우팅, main: true, routes: [{destination: 0.0.0.0/0, target: igw}]}
  sg-alb: {kind: security-group, in: main, name: sg-alb, inbound: [{protocol: tcp, ports: "443", source: 0.0.0.0/0}]}
  sg-web: {kind: security-group, in: main, name: sg-web, inbound: [{protocol: tcp, ports: "80", source: sg-alb}]}
  sg-db: {kind: security-group, in: main, name: sg-db, inbound: [{protocol: tcp, ports: "22", source: sg-web}]}
  alb: {kind: alb, in: main, name: 로드 밸런서, scheme: internet-facing, subnets: [a, c], security-groups: [sg-alb], listeners: [{port: 443, protocol: HTTPS, target-group: tg}]}
  tg: {kind: target-group, in: main, name: tg, port: 80, protocol: HTTP}
  az-a: {kind: availability-zone, in: main, name: 영역 A, zone: a}
  az-c: {kind: availability-zone, in: main, name: 영역 C, zone: c}
  a: {kind: subnet, in: az-a, name: 서브넷 A, cidr: 10.0.1.0/24}
  c: {kind: subnet, in: az-c, name: 서브넷 C, cidr: 10.0.2.0/24}
  web-a: {kind: ec2-instance, in: a, name: 웹 A, security-groups: [sg-web], ports: "80"}
  web-c: {kind: ec2-instance, in: c, name: 웹 C, security-groups: [sg-web], ports: "80"}
  db: {kind: ec2-instance, in: a, name: 디비, security-groups: [sg-db], ports: "5432", role: database}
connections:
  people-alb: {from: people, to: alb, port: 443, protocol: https}
  alb-tg: {from: alb, to: tg, relation: attach}
  tg-web-a: {from: tg, to: web-a, relation: attach}
  tg-web-c: {from: tg, to: web-c, relation: attach}
  alb-web-a: {from: alb, to: web-a, port: 80, protocol: http}
  alb-web-c: {from: alb, to: web-c, port: 80, protocol: http}
  web-a-db: {from: web-a, to: db, port: 5432, protocol: postgresql}
)";

/// The two zones in an open window, driven by real events.
class AnalysisTest : public EditorTest {
protected:
    AnalysisTest()
    {
        openText(kTwoZones);
        EXPECT_TRUE(waitForLint());
        EXPECT_TRUE(waitFor([this] { return analyses().reach().isEnd(model::BlockId("alb")); }));
    }

    app::analysis::AnalysisPanels& analyses() { return window().panels().analyses(); }
    app::analysis::ReachPanel& reach() { return analyses().reach(); }
    app::analysis::FailurePanel& failure() { return analyses().failure(); }
    const app::canvas::AnalysisView& shown() { return window().controller().analysisView(); }
    bool isShown(const QObject& panel) { return window().controller().analysisOwner() == &panel; }
    std::optional<rendering::Mark::Tone> toneOf(const std::string& id)
    {
        const auto mark = shown().marks.marks.find(id);
        return mark == shown().marks.marks.end() ? std::nullopt : std::optional(mark->second.tone);
    }
    bool waitForPath(std::size_t steps)
    {
        return waitFor([this, steps] { return numbered() == steps; });
    }
    /// Steps of the path that are lit.
    std::size_t numbered()
    {
        std::size_t count = 0;
        for (const auto& [id, mark] : shown().marks.marks)
            count += mark.tone == rendering::Mark::Tone::Open && !mark.chip.empty() ? 1 : 0;
        return count;
    }

    /// Types into a picker and takes what it names.
    void type(QComboBox& picker, const QString& text)
    {
        picker.setFocus();
        picker.lineEdit()->selectAll();
        // Hangul comes from an input method.
        QInputMethodEvent typed;
        typed.setCommitString(text);
        QCoreApplication::sendEvent(picker.lineEdit(), &typed);
        QTest::keyClick(picker.lineEdit(), Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&window().canvas(), code, modifiers);
        QCoreApplication::processEvents();
    }
    /// The right mouse button on a block or connection, then the entry of the menu. False when it has none.
    bool chooseFromMenu(const std::string& id, const QString& entry);
    QStringList rows(QTreeWidget& tree, int column = 0);
};

}  // namespace lintel::test
