// Whether the interface thread ever keeps a person waiting: real events at the real window, every stretch of work
// measured. No stretch may be longer than 16 ms at 1,000 blocks, 33 ms at 5,000.

#include "tests/bench/sample.h"
#include "tests/bench/stall_watch.h"

#include "app/canvas/canvas_commands.h"
#include "app/window/main_window.h"
#include "rendering/canvas/tools/kind_mime.h"
#include "rendering/canvas/tools/scene_query.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

namespace lintel::bench {

namespace {

using rendering::canvas::CanvasWidget;

/// A window with a large design that has been checked once: people draw on, they do not wait for the first answer.
class Desk {
public:
    explicit Desk(int blocks)
    {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        m_window = std::make_unique<app::MainWindow>();
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->activateWindow();
        m_window->startEmpty();
        if (!m_window->session().startFrom(sampleOf(blocks).text, "bench.lintel.yaml")) std::abort();
        m_window->canvas().zoomToActualSize();
        while (!m_window->lint().isUpToDate()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        // A busy place of the drawing in the middle of the window, its children in sight.
        m_block = leafNearMiddle();
        canvas().ensureVisible(rectOf(m_block).adjusted(-300, -300, 300, 300));
        canvas().setFocus();
        QCoreApplication::processEvents();
    }

    app::MainWindow& window() { return *m_window; }
    CanvasWidget& canvas() { return m_window->canvas(); }
    const std::string& block() const { return m_block; }
    QRectF rectOf(const std::string& id) { return rendering::canvas::rectOf(m_window->controller().geometry(), id); }
    QPoint at(QPointF scene) { return canvas().mapTo(m_window.get(), canvas().toView(scene).toPoint()); }
    void move(QPoint to) { QTest::mouseMove(m_window->windowHandle(), to); }
    void press(QPoint at) { QTest::mousePress(m_window->windowHandle(), Qt::LeftButton, {}, at); }
    void release(QPoint at) { QTest::mouseRelease(m_window->windowHandle(), Qt::LeftButton, {}, at); }
    void key(Qt::Key code, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &canvas(), code, modifiers);
    }

private:
    std::string leafNearMiddle()
    {
        const auto& geometry = m_window->controller().geometry();
        const QPointF middle = canvas().picture().bounds().center();
        std::string best;
        double least = 0;
        for (const auto& block : geometry.blocks) {
            if (block.isContainer) continue;
            const QPointF at(block.rect.center().x, block.rect.center().y);
            const double distance = (at - middle).manhattanLength();
            if (best.empty() || distance < least) {
                best = block.id.text();
                least = distance;
            }
        }
        return best;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<app::MainWindow> m_window;
    std::string m_block;
};

using Script = std::function<std::vector<std::function<void()>>(Desk&)>;

/// Each step of a gesture is one event and what follows from it.
void play(benchmark::State& state, const Script& script)
{
    Desk desk(static_cast<int>(state.range(0)));
    StallWatch watch;
    const auto steps = script(desk);
    std::size_t next = 0;
    for (auto _ : state) watch.watch(state, steps[next++ % steps.size()]);
    watch.report(state);
}

std::vector<std::function<void()>> dragSteps(Desk& desk, QPoint from, QPoint by)
{
    std::vector<std::function<void()>> steps{[&desk, from] { desk.move(from); }, [&desk, from] { desk.press(from); }};
    for (int i = 1; i <= 20; ++i) steps.push_back([&desk, from, by, i] { desk.move(from + by * i / 20); });
    steps.push_back([&desk, from, by] { desk.release(from + by); });
    steps.push_back([&desk] { desk.key(Qt::Key_Z, Qt::ControlModifier); });
    return steps;
}

void hover(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        std::vector<std::function<void()>> steps;
        for (int i = 0; i < 40; ++i) steps.push_back([&desk, i] { desk.move({300 + i * 30, 200 + i * 15}); });
        return steps;
    });
}

void clickBlocks(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        std::vector<std::function<void()>> steps;
        for (const auto& block : desk.window().controller().geometry().blocks) {
            if (!desk.canvas().visibleSceneRect().contains(QPointF(block.icon.center().x, block.icon.center().y)))
                continue;
            const QPoint at = desk.at(QPointF(block.icon.center().x, block.icon.center().y));
            steps.push_back([&desk, at] { desk.press(at); });
            steps.push_back([&desk, at] { desk.release(at); });
        }
        return steps;
    });
}

void dragBlock(benchmark::State& state)
{
    play(state, [](Desk& desk) { return dragSteps(desk, desk.at(desk.rectOf(desk.block()).center()), {220, 140}); });
}

void rubberBand(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        // Far out there is empty ground around the drawing.
        desk.canvas().zoomToFit();
        return dragSteps(desk, desk.canvas().mapTo(&desk.window(), QPoint(4, 4)), {900, 600});
    });
}

void connectBlocks(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        const QRectF rect = desk.rectOf(desk.block());
        auto steps = dragSteps(desk, desk.at({rect.right(), rect.center().y()}), {160, 90});
        steps.insert(steps.begin(), [&desk, rect] { desk.move(desk.at(rect.center())); });
        steps.push_back([&desk] { desk.key(Qt::Key_Escape); });
        return steps;
    });
}

void panAndZoom(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        std::vector<std::function<void()>> steps;
        for (int i = 0; i < 40; ++i)
            steps.push_back([&desk, i] {
                const QPointF at(600, 400);
                const Qt::KeyboardModifiers modifiers = i % 4 == 3 ? Qt::ControlModifier : Qt::NoModifier;
                QWheelEvent event(at, desk.canvas().mapToGlobal(at), {}, {0, i % 8 < 4 ? 120 : -120}, Qt::NoButton,
                                  modifiers, Qt::NoScrollPhase, false);
                QApplication::sendEvent(&desk.canvas(), &event);
            });
        return steps;
    });
}

void arrowKeys(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        desk.window().session().select({desk.block()});
        const Qt::Key keys[] = {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up};
        std::vector<std::function<void()>> steps;
        for (const Qt::Key key : keys) steps.push_back([&desk, key] { desk.key(key); });
        for (const Qt::Key key : keys) steps.push_back([&desk, key] { desk.key(key, Qt::AltModifier); });
        return steps;
    });
}

void typeName(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        desk.window().session().select({desk.block()});
        return std::vector<std::function<void()>>{[&desk] { desk.key(Qt::Key_A); }, [&desk] { desk.key(Qt::Key_P); },
                                                  [&desk] { desk.key(Qt::Key_Return); },
                                                  [&desk] { desk.key(Qt::Key_Z, Qt::ControlModifier); }};
    });
}

void addByName(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        desk.window().session().select({});
        return std::vector<std::function<void()>>{
            [&desk] { desk.key(Qt::Key_Slash); }, [&desk] { desk.key(Qt::Key_S); }, [&desk] { desk.key(Qt::Key_3); },
            [&desk] { desk.key(Qt::Key_Return); }, [&desk] { desk.key(Qt::Key_Z, Qt::ControlModifier); }};
    });
}

void dropFromPalette(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        static const std::unique_ptr<QMimeData> data(rendering::canvas::toMimeData({model::KindId("s3-bucket"), {}}));
        std::vector<std::function<void()>> steps{[&desk] {
            QDragEnterEvent enter({200, 200}, Qt::CopyAction, data.get(), Qt::LeftButton, {});
            QApplication::sendEvent(&desk.canvas(), &enter);
        }};
        for (int i = 0; i < 20; ++i)
            steps.push_back([&desk, i] {
                QDragMoveEvent over({200 + i * 20, 200 + i * 10}, Qt::CopyAction, data.get(), Qt::LeftButton, {});
                QApplication::sendEvent(&desk.canvas(), &over);
            });
        steps.push_back([&desk] {
            QDragLeaveEvent leave;
            QApplication::sendEvent(&desk.canvas(), &leave);
        });
        return steps;
    });
}

void deleteAndUndo(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        return std::vector<std::function<void()>>{[&desk] { desk.window().session().select({desk.block()}); },
                                                  [&desk] { desk.key(Qt::Key_Delete); },
                                                  [&desk] { desk.key(Qt::Key_Z, Qt::ControlModifier); }};
    });
}

void find(benchmark::State& state)
{
    play(state, [](Desk& desk) {
        return std::vector<std::function<void()>>{[&desk] { desk.key(Qt::Key_F, Qt::ControlModifier); },
                                                  [&desk] { desk.key(Qt::Key_A); }, [&desk] { desk.key(Qt::Key_P); },
                                                  [&desk] { desk.key(Qt::Key_Down); },
                                                  [&desk] { desk.key(Qt::Key_Escape); }};
    });
}

/// Listed once, measured at both sizes.
const bool kIsRegistered = [] {
    const std::pair<const char*, void (*)(benchmark::State&)> gestures[] = {{"stalls/hover", hover},
                                                                            {"stalls/clickBlocks", clickBlocks},
                                                                            {"stalls/dragBlock", dragBlock},
                                                                            {"stalls/rubberBand", rubberBand},
                                                                            {"stalls/connectBlocks", connectBlocks},
                                                                            {"stalls/panAndZoom", panAndZoom},
                                                                            {"stalls/arrowKeys", arrowKeys},
                                                                            {"stalls/typeName", typeName},
                                                                            {"stalls/addByName", addByName},
                                                                            {"stalls/dropFromPalette", dropFromPalette},
                                                                            {"stalls/deleteAndUndo", deleteAndUndo},
                                                                            {"stalls/find", find}};
    for (const auto& [name, gesture] : gestures)
        benchmark::RegisterBenchmark(name, gesture)
            ->Arg(1000)
            ->Arg(5000)
            ->Unit(benchmark::kMillisecond)
            ->UseManualTime()
            ->Iterations(120);
    return true;
}();

}  // namespace

}  // namespace lintel::bench
