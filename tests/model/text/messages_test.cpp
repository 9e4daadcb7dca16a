#include "model/text/messages.h"

#include "model/embedded/embedded.h"
#include "model/text/particle.h"

#include <gtest/gtest.h>

namespace lintel::model::text {
namespace {

TEST(Messages, FillsArgumentsParticlesAndNumbers)
{
    Messages messages;
    messages.add("open", {"Open {name} ({count} {count#block/blocks})", "{name|을/를} 엽니다"});
    EXPECT_EQ(messages.render({"open", {{"name", "a"}, {"count", "1"}}}, Language::English), "Open a (1 block)");
    EXPECT_EQ(messages.render({"open", {{"name", "a"}, {"count", "3"}}}, Language::English), "Open a (3 blocks)");
    EXPECT_EQ(messages.render({"open", {{"name", "서버"}}}, Language::Korean), "서버를 엽니다");
    EXPECT_EQ(messages.render({"open", {{"name", "서브넷"}}}, Language::Korean), "서브넷을 엽니다");
}

TEST(Messages, ArgumentsAreNotTemplates)
{
    Messages messages;
    messages.add("say", {"{name}", "{name}"});
    EXPECT_EQ(messages.render({"say", {{"name", "{name} ${x} {{"}}}, Language::English), "{name} ${x} {{");
}

TEST(Messages, TranslatesArgumentsThatAreMessages)
{
    const Messages& messages = embedded::messages();
    const Message message("edit.add-block", {{"kind", "kind.subnet.title", true}});
    EXPECT_EQ(messages.render(message, Language::English), "Add Subnet");
    EXPECT_EQ(messages.render(message, Language::Korean), "서브넷 추가");
}

TEST(Messages, ErrorsCarryTheirPlace)
{
    const Error error = makeError("edit.unknown-kind", {{"kind", "x"}}, {"a.yaml", 3, 7});
    EXPECT_TRUE(embedded::messages().render(error, Language::English).starts_with("a.yaml:3:7: There is no kind"));
}

TEST(Particle, FollowsTheLastSound)
{
    EXPECT_EQ(particleFor("RDS", "을/를"), "를");
    EXPECT_EQ(particleFor("VPN", "을/를"), "을");
    EXPECT_EQ(particleFor("서울", "으로/로"), "로");
    EXPECT_EQ(particleFor("부산", "으로/로"), "으로");
    EXPECT_EQ(particleFor("\"서브넷\"", "이/가"), "이");
    EXPECT_EQ(particleFor("web-3", "은/는"), "은");
    EXPECT_EQ(particleFor("S3", "으로/로"), "로");
    EXPECT_EQ(particleFor("10.0.0.3", "을/를"), "을");
    EXPECT_EQ(particleFor("ECR", "이/가"), "이");
    EXPECT_EQ(particleFor("Scouter", "이/가"), "가");
    EXPECT_EQ(particleFor("spring", "과/와"), "과");
    for (const char* closed : {"static", "block", "app", "web", "bucket", "group", "subnet", "file"})
        EXPECT_EQ(particleFor(closed, "을/를"), "을") << closed;
    for (const char* open : {"Spring Boot", "http", "client", "GitHub", "loop", "heartbeat", "front", "db"})
        EXPECT_EQ(particleFor(open, "을/를"), "를") << open;
    EXPECT_EQ(particleFor("", "은/는"), "는");
}

}  // namespace
}  // namespace lintel::model::text
