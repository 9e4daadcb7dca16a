#include "gui_environment.h"

#include "rendering/typography/typography.h"

#include <QImage>
#include <QPainter>

#include <random>
#include <thread>

namespace lintel::rendering {
namespace {

using model::layout::TextStyle;

class TypographyTest : public test::GuiTest {};

QString randomLabel(std::mt19937& random)
{
    static const QString kSigns = QStringLiteral("abcdefgjpqyABCDWMQ0123456789-_./:() ");
    std::uniform_int_distribution<int> length(1, 24);
    std::uniform_int_distribution<int> hangul(0xAC00, 0xD7A3);
    std::uniform_int_distribution<int> sign(0, static_cast<int>(kSigns.size()) - 1);
    std::uniform_int_distribution<int> coin(0, 1);
    QString label;
    for (int i = length(random); i > 0; --i) label += coin(random) ? QChar(hangul(random)) : kSigns[sign(random)];
    return label;
}

/// Draws the label into the middle of an image and says whether any ink lies outside its box.
bool staysInside(const QString& label, TextStyle style, model::Size size)
{
    constexpr int kRoom = 12;
    QImage image(size.width + 2 * kRoom, size.height + 2 * kRoom, QImage::Format_Grayscale8);
    image.fill(255);
    QPainter painter(&image);
    painter.setFont(fontOf(style));
    painter.setPen(Qt::black);
    painter.drawText(QPointF(kRoom, kRoom + ascentOf(style)), label);
    painter.end();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const bool isInside =
                x >= kRoom - 1 && x <= kRoom + size.width && y >= kRoom - 1 && y <= kRoom + size.height;
            if (!isInside && image.constScanLine(y)[x] < 200) return false;
        }
    }
    return true;
}

TEST_F(TypographyTest, MeasuresAreNeverSmallerThanTheInk)
{
    std::mt19937 random(20240607);
    const FontTextMetrics metrics;
    for (int i = 0; i < 1000; ++i) {
        const QString label = randomLabel(random);
        const auto style = static_cast<TextStyle>(i % 6);
        const model::Size size = metrics.sizeOf(label.toStdString(), style);
        EXPECT_TRUE(staysInside(label, style, size)) << label.toStdString() << " in style " << i % 6;
    }
}

TEST_F(TypographyTest, WrappedLinesFitAndLoseNothing)
{
    const FontTextMetrics metrics;
    const std::string text = "애플리케이션 서버 api.dangdang-salon.example 결제";
    const auto lines = metrics.wrapped(text, TextStyle::BlockName, 90, 20);
    EXPECT_GT(lines.size(), 2U);
    std::string joined;
    for (const std::string& line : lines) {
        EXPECT_LE(metrics.sizeOf(line, TextStyle::BlockName).width, 90) << line;
        joined += line;
    }
    std::string expected = text;
    std::erase(expected, ' ');
    std::erase(joined, ' ');
    EXPECT_EQ(joined, expected);
}

TEST_F(TypographyTest, TheLastLineIsElided)
{
    const FontTextMetrics metrics;
    const auto lines = metrics.wrapped("one two three four five six seven eight", TextStyle::BlockName, 60, 2);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_TRUE(lines.back().ends_with("…"));
    EXPECT_LE(metrics.sizeOf(lines.back(), TextStyle::BlockName).width, 60);
}

TEST_F(TypographyTest, AWidthBelowOneCharacterStillEnds)
{
    const FontTextMetrics metrics;
    EXPECT_EQ(metrics.wrapped("Aurora MySQL db.t3.medium", TextStyle::BlockDetail, 110, 2),
              (std::vector<std::string>{"Aurora MySQL", "db.t3.medium"}))
        << "a blank is a better place than a dot";
    EXPECT_EQ(metrics.wrapped("한글", TextStyle::BlockName, 1, 9).size(), 2U);
    EXPECT_TRUE(metrics.wrapped("", TextStyle::BlockName, 50, 2).empty());
}

TEST_F(TypographyTest, ThreadsMeasureAlike)
{
    const FontTextMetrics metrics;
    const model::Size here = metrics.sizeOf("메인 서버 A (main)", TextStyle::ContainerName);
    std::vector<model::Size> there(4);
    std::vector<std::thread> threads;
    for (model::Size& size : there)
        threads.emplace_back([&] {
            for (int i = 0; i < 200; ++i) size = metrics.sizeOf("메인 서버 A (main)", TextStyle::ContainerName);
        });
    for (std::thread& thread : threads) thread.join();
    for (const model::Size& size : there) EXPECT_EQ(size, here);
}

}  // namespace
}  // namespace lintel::rendering
