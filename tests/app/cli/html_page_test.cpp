// The page for review meetings, in a real browser without a window.

#include "tests/app/cli/command_line.h"

#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>

namespace lintel::test {

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::optional<std::string> browser()
{
    for (const char* name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"})
        if (std::system(("command -v " + std::string(name) + " > /dev/null 2>&1").c_str()) == 0) return name;
    return std::nullopt;
}

// Runs in the page after its own script, as a person would use it, and writes a line for each thing seen.
constexpr const char* kVisitor = R"js(
(() => {
  Element.prototype.setPointerCapture = () => {};  // there is no real pointer
  const lines = [], pane = document.getElementById('picture'), svg = pane.querySelector('svg');
  const panel = document.getElementById('panel'), search = document.getElementById('search');
  const check = (name, ok) => lines.push(`${ok ? 'pass' : 'FAIL'}: ${name}`);
  const box = () => svg.getAttribute('viewBox').split(' ').map(Number);
  const press = (id) => document.getElementById(id).click();
  const pointer = (type, x, y) => pane.dispatchEvent(
    new PointerEvent(type, {pointerId: 1, clientX: x, clientY: y, bubbles: true}));
  const isLit = (id) => svg.querySelectorAll(`[data-id="${id}"].is-lit`).length > 0;

  const whole = box();
  press('zoom-in');
  check('zoom by button', box()[2] < whole[2]);
  press('fit');
  check('fit shows all again', Math.abs(box()[2] - whole[2]) < 1);
  pane.dispatchEvent(new WheelEvent('wheel', {deltaY: -300, clientX: 400, clientY: 300, bubbles: true, cancelable: true}));
  check('zoom by wheel', box()[2] < whole[2]);
  press('fit');
  pointer('pointerdown', 400, 300); pointer('pointermove', 460, 340); pointer('pointerup', 460, 340);
  check('pan by dragging', Math.abs(box()[0] - whole[0]) > 1);
  press('fit');

  search.value = 'nginx'; search.dispatchEvent(new Event('input'));
  check('search lights what it finds', isLit('nginx-a') && !isLit('rds'));
  check('search lists what it finds', panel.querySelectorAll('li').length >= 2);
  search.value = 'no such thing'; search.dispatchEvent(new Event('input'));
  check('search says when there is nothing', panel.querySelectorAll('li').length === 0 && panel.textContent.length > 5);

  pointer('pointerdown', 10, 10); pointer('pointerup', 10, 10);
  svg.querySelector('[data-id="main-a"]').dispatchEvent(new MouseEvent('click', {bubbles: true}));
  check('a block tells its properties', panel.querySelectorAll('dl dt').length >= 3);
  check('a block tells its findings', panel.querySelectorAll('.severity').length >= 1);
  check('a block tells what it calls', panel.textContent.includes('RDS'));
  panel.querySelector('.severity').closest('button').click();
  check('a finding tells why', panel.querySelector('.why').textContent.length > 20 && isLit('main-a'));

  pane.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
  const flow = [...panel.querySelectorAll('button')].find((each) => each.textContent.includes('public-alb'));
  flow.click();
  const steps = panel.querySelectorAll('ol li').length;
  const current = () => [...panel.querySelectorAll('ol button')].findIndex((b) => b.getAttribute('aria-current') === 'true');
  check('a flow has steps', steps >= 3 && current() === 0 && isLit('alb') && !isLit('rds'));

  const ground = () => getComputedStyle(document.body).backgroundColor;
  const before = ground();
  press('theme');
  check('the other theme has another ground', ground() !== before);
  dispatchEvent(new Event('beforeprint'));
  check('paper is light and shows all', document.documentElement.style.colorScheme === 'light' && Math.abs(box()[2] - svg.viewBox.baseVal.width) < 1);
  dispatchEvent(new Event('afterprint'));
  press('theme');

  press('tab-document');
  const written = document.getElementById('document-tab');
  check('the document is there', !written.hidden && written.querySelectorAll('table').length >= 5 && written.querySelectorAll('h2').length >= 8);
  press('tab-picture');
  check('nothing was fetched', performance.getEntriesByType('resource').length === 0);

  panel.querySelector('.player button:nth-child(2)').click();  // play
  setTimeout(() => {
    check('playing goes on to the end', current() === steps - 1 && isLit('rds'));
    const outcome = document.createElement('pre');
    outcome.textContent = `OUTCOME\n${lines.join('\n')}\nEND`;
    document.body.append(outcome);
  }, 2000 * (steps + 1));
})();
)js";

class HtmlPage : public CommandLineTest {
protected:
    void SetUp() override
    {
        if (browser()) return;
        ASSERT_EQ(std::getenv("CI"), nullptr) << "continuous integration needs chromium or google-chrome";
        GTEST_SKIP() << "no chromium or google-chrome on this machine: the page was NOT looked at";
    }

    /// What the browser makes of the page after its script and the visitor's have run.
    std::string visited(const std::string& design, const std::string& language) const
    {
        const Outcome exported = lintel({"export", design, "-t", "html", "--lang", language, "-o", path("page.html")});
        EXPECT_EQ(exported.code, 0) << exported.err;
        std::string page = read("page.html");
        const auto end = page.rfind("</body>");
        page.insert(end, "<script>" + std::string(kVisitor) + "</script>\n");
        return dumped(write("visited.html", page));
    }

private:
    std::string dumped(const std::string& page) const
    {
        const std::string command =
            *browser() + " --headless --no-sandbox --disable-gpu --no-first-run --user-data-dir='" + path("profile") +
            "' --window-size=1280,800 --virtual-time-budget=60000 --dump-dom 'file://" + page + "' 2> /dev/null";
        std::FILE* pipe = ::popen(command.c_str(), "r");
        std::string text;
        std::array<char, 4096> buffer{};
        for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
            text.append(buffer.data(), count);
        ::pclose(pipe);
        return text;
    }
};

}  // namespace

TEST_F(HtmlPage, IsUsedFromZoomToPaper)
{
    const std::string design = fromTemplate("dangdang-salon");
    for (const char* language : {"ko", "en"}) {
        const std::string dom = visited(design, language);
        const auto begin = dom.rfind("OUTCOME\n");
        ASSERT_NE(begin, std::string::npos) << language << ": the script did not get to its end";
        const std::string outcome = dom.substr(begin, dom.find("END", begin) - begin);
        EXPECT_THAT(outcome, Not(HasSubstr("FAIL"))) << language;
        EXPECT_THAT(outcome, HasSubstr("pass: playing goes on to the end")) << language;
    }
}

}  // namespace lintel::test
