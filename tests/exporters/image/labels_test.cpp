// A name in any script is inside its label's box wherever it is drawn: canvas and PNG (one painter), SVG, and paper.

#include "exporters/image/svg_exporter.h"
#include "model/edit/transaction.h"
#include "model/embedded/embedded.h"
#include "model/layout/layout.h"
#include "rendering/painter/painter.h"
#include "rendering/scene/picture.h"
#include "tests/exporters/image/svg_families.h"
#include "tests/rendering/gui_environment.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <random>

namespace lintel::exporters::image {
namespace {

using namespace rendering;

constexpr int kDesigns = 20;
constexpr int kAround = 12;  // units around a label in which ink is looked for
constexpr double kScale = 2;
constexpr double kEdge = 0.5;  // units: antialiasing of an edge that lies between two pixels

class RandomNames {
public:
    explicit RandomNames(unsigned seed) : m_random(seed) {}

    std::string next()
    {
        QString name;
        const int length = 1 + static_cast<int>(m_random() % (m_random() % 8 == 0 ? 60 : 16));
        const unsigned long script = m_random() % 4;
        for (int i = 0; i < length; ++i) name += letter(script == 3 ? m_random() % 3 : script);
        return name.toStdString();
    }

private:
    QChar letter(unsigned long script)
    {
        static const QString kLatin = QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÅÉÖñçgjpqy");
        static const QString kOther = QStringLiteral("0123456789-_./:()@ ");
        if (script == 0) return QChar(static_cast<char16_t>(0xAC00 + m_random() % 11172));
        if (script == 1) return kLatin[static_cast<qsizetype>(m_random() % static_cast<unsigned>(kLatin.size()))];
        return kOther[static_cast<qsizetype>(m_random() % static_cast<unsigned>(kOther.size()))];
    }

    std::mt19937 m_random;
};

/// Nodes, containers, connections and a note, all with random names.
DisplayList randomPicture(unsigned seed)
{
    using namespace model;
    RandomNames names(seed);
    edit::Transaction draft{Document()};
    draft.put(Block{BlockId("vpc"), KindId("vpc"), names.next(), BlockId(), {{"cidr", "10.0.0.0/16"}}});
    for (int i = 0; i < 36; ++i) {
        const std::string number = std::to_string(i);
        const BlockId net("net-" + std::to_string(i / 4));
        if (i % 4 == 0) draft.put(Block{net, KindId("subnet"), names.next(), BlockId("vpc"), {}});
        draft.put(
            Block{BlockId("b-" + number), KindId(i % 2 ? "ec2-instance" : "rds-instance"), names.next(), net, {}});
        if (i > 0)
            draft.put(Connection{ConnectionId("c-" + number),
                                 BlockId("b-" + std::to_string(i - 1)),
                                 BlockId("b-" + number),
                                 names.next(),
                                 {},
                                 {},
                                 {},
                                 {}});
    }
    return pictureOf(draft.document(), embedded::catalogue(), Theme::light());
}

/// Whatever is not white, in units from the label's corner.
QRectF inkOf(const QImage& image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 200) ink = ink.united(QRect(x, y, 1, 1));
    return {QPointF(ink.topLeft()) / kScale - QPointF(kAround, kAround), QSizeF(ink.size()) / kScale};
}

QImage paperFor(const QRectF& label)
{
    QImage image((label.size() * kScale + QSizeF(2, 2) * kAround * kScale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// A picture of nothing but one label, moved to the origin.
DisplayList alone(TextLine text)
{
    text.colour = qRgb(0, 0, 0);
    text.rect.moveTo(0, 0);
    DisplayListBuilder list(qRgb(255, 255, 255));
    list.beginElement(ElementKind::Block, "label");
    list.add(std::move(text));
    return std::move(list).finish();
}

QRectF paintedInk(const DisplayList& label, bool isOnPaper)
{
    QImage image = paperFor(label.bounds());
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(kScale, kScale);
    painter.translate(kAround, kAround);
    PaintOptions options;
    options.isOnPaper = isOnPaper;
    paint(painter, label, label.bounds().adjusted(-kAround, -kAround, kAround, kAround), IconSet(), options);
    painter.end();
    return inkOf(image);
}

QRectF svgInk(const DisplayList& label)
{
    QImage image = paperFor(label.bounds());
    QSvgRenderer renderer(test::withFirstFamily(exportSvg(label, {})));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF corner = QPointF(kAround, kAround) + pictureArea(label).topLeft();
    renderer.render(&painter, QRectF(corner * kScale, renderer.viewBoxF().size() * kScale));
    painter.end();
    return inkOf(image);
}

class LabelsTest : public test::GuiTest, public testing::WithParamInterface<int> {};

TEST_P(LabelsTest, TheInkIsInsideTheBox)
{
    const DisplayList picture = randomPicture(static_cast<unsigned>(GetParam()));
    int labels = 0;
    for (const Item& item : picture.items()) {
        if (item.type != PrimitiveType::Text) continue;
        const TextLine& text = picture.text(item);
        const DisplayList label = alone(text);
        const QRectF box = label.bounds().adjusted(-kEdge, -kEdge, kEdge, kEdge);
        const std::pair<const char*, QRectF> inks[] = {
            {"canvas and PNG", paintedInk(label, false)}, {"paper", paintedInk(label, true)}, {"SVG", svgInk(label)}};
        for (const auto& [where, ink] : inks) {
            EXPECT_EQ(ink.isEmpty(), text.text.trimmed().isEmpty()) << where << ": " << text.text.toStdString();
            EXPECT_TRUE(ink.isEmpty() || box.contains(ink))
                << where << ": " << text.text.toStdString() << ": ink " << ink.left() << ' ' << ink.top() << ' '
                << ink.right() << ' ' << ink.bottom() << " of " << box.width() << " x " << box.height();
        }
        ++labels;
    }
    EXPECT_GE(labels, 1000 / kDesigns);
}

INSTANTIATE_TEST_SUITE_P(Seeds, LabelsTest, testing::Range(0, kDesigns));

}  // namespace
}  // namespace lintel::exporters::image
