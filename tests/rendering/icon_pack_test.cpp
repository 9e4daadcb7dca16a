#include "rendering/icons/icon_pack.h"

#include "gui_environment.h"
#include "model/embedded/embedded.h"
#include "rendering/icons/icon_set.h"
#include "rendering/icons/zip_archive.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace lintel::rendering {
namespace {

class IconPackTest : public test::GuiTest {
protected:
    void TearDown() override { IconSet::usePack(nullptr); }

    void write(const QString& path, const QByteArray& bytes)
    {
        QDir(m_folder.path()).mkpath(QFileInfo(path).path());
        QFile file(m_folder.filePath(path));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::string at(const QString& path) const { return m_folder.filePath(path).toStdString(); }

    QTemporaryDir m_folder;
};

QByteArray square(const char* colour)
{
    return QByteArray(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\"><rect width=\"48\" height=\"48\" "
               "fill=\"") +
           colour + "\"/></svg>";
}

void number(QByteArray& into, std::uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) into.append(static_cast<char>(value >> (8 * i)));
}

struct Member {
    QByteArray path;
    QByteArray contents;
    bool isDeflated = true;
    std::uint32_t claimedSize = 0;  ///< 0 = the truth
};

/// A zip as other programs write it.
QByteArray zip(const std::vector<Member>& members)
{
    QByteArray archive;
    QByteArray directory;
    for (const Member& member : members) {
        // qCompress gives a length, a zlib header, the deflated bytes and a checksum; a zip wants the bytes alone.
        const QByteArray packed = member.isDeflated ? qCompress(member.contents, 9).mid(6).chopped(4) : member.contents;
        const std::uint32_t size =
            member.claimedSize ? member.claimedSize : static_cast<std::uint32_t>(member.contents.size());
        const auto offset = static_cast<std::uint32_t>(archive.size());
        QByteArray common;
        number(common, 20, 2);
        number(common, 0, 2);
        number(common, member.isDeflated ? 8 : 0, 2);
        number(common, 0, 4);
        number(common, 0, 4);
        number(common, static_cast<std::uint32_t>(packed.size()), 4);
        number(common, size, 4);
        number(common, static_cast<std::uint32_t>(member.path.size()), 2);
        number(common, 0, 2);
        archive += "PK\3\4" + common + member.path + packed;
        directory += QByteArray("PK\1\2\24\0", 6) + common;
        number(directory, 0, 2);
        number(directory, 0, 4);
        number(directory, 0, 4);
        number(directory, offset, 4);
        directory += member.path;
    }
    const auto start = static_cast<std::uint32_t>(archive.size());
    archive += directory + QByteArray("PK\5\6\0\0\0\0", 8);
    number(archive, static_cast<std::uint32_t>(members.size()), 2);
    number(archive, static_cast<std::uint32_t>(members.size()), 2);
    number(archive, static_cast<std::uint32_t>(directory.size()), 4);
    number(archive, start, 4);
    number(archive, 0, 2);
    return archive;
}

TEST_F(IconPackTest, ReadsAFolderByPublishedNames)
{
    write("Architecture-Service-Icons_07312025/Arch_Compute/48/Arch_Amazon-EC2_48.svg", square("#ED7100"));
    write("Resource-Icons_01312023/Res_Networking/Res_48_Light/Res_Amazon-VPC_NAT-Gateway_48_Light.svg",
          square("#8C4FFF"));
    write("Architecture-Group-Icons_07312025/Virtual-private-cloud-VPC_32.svg", square("#8C4FFF"));
    write("readme.txt", "no icon");
    const auto pack = IconPack::read(m_folder.path().toStdString());
    ASSERT_TRUE(pack);
    EXPECT_EQ(pack->source("ec2-instance"), square("#ED7100"));
    EXPECT_FALSE(pack->source("nat-gateway").isEmpty());
    EXPECT_FALSE(pack->source("vpc").isEmpty());
    EXPECT_TRUE(pack->source("spring").isEmpty()) << "what AWS has no icon for stays ours";
}

TEST_F(IconPackTest, PrefersTheSizeWeDrawAndLightOverDark)
{
    write("16/Arch_AWS-Lambda_16.svg", square("#111111"));
    write("64/Arch_AWS-Lambda_64.svg", square("#222222"));
    write("48/Arch_AWS-Lambda_48.svg", square("#333333"));
    write("a/Res_Users_48_Dark.svg", square("#444444"));
    write("b/Res_Users_48_Light.svg", square("#555555"));
    write("48/._Arch_AWS-Lambda_48.svg", "Finder's");
    const auto pack = IconPack::read(m_folder.path().toStdString());
    ASSERT_TRUE(pack);
    EXPECT_EQ(pack->source("lambda"), square("#333333"));
    EXPECT_EQ(pack->source("users"), square("#555555"));
}

TEST_F(IconPackTest, ReadsTheZipAsDownloaded)
{
    write("icons.zip", zip({{"Arch_Compute/48/Arch_Amazon-EC2_48.svg", square("#ED7100")},
                            {"Arch_Database/48/Arch_Amazon-RDS_48.svg", square("#C925D1"), false},
                            {"../../../etc/passwd", "never a path of ours"}}));
    const auto pack = IconPack::read(at("icons.zip"));
    ASSERT_TRUE(pack);
    EXPECT_EQ(pack->source("ec2-instance"), square("#ED7100"));
    EXPECT_EQ(pack->source("rds-instance"), square("#C925D1"));
}

TEST_F(IconPackTest, IconsThatAreNoneAreLeftOut)
{
    write("broken.zip", zip({{"Arch_Amazon-EC2_48.svg", "<svg"}, {"Arch_AWS-Lambda_48.svg", square("#ED7100")}}));
    const auto pack = IconPack::read(at("broken.zip"));
    ASSERT_TRUE(pack);
    EXPECT_TRUE(pack->source("ec2-instance").isEmpty());
    EXPECT_EQ(pack->size(), 1U);
}

TEST_F(IconPackTest, RefusesWhatIsNoPackAndSaysWhatToChoose)
{
    write("text.zip", "hello");
    write("empty/readme.txt", "nothing");
    const QByteArray good = zip({{"Arch_Amazon-EC2_48.svg", square("#ED7100")}});
    write("cut.zip", good.left(good.size() / 2));
    const std::vector<std::pair<std::string, std::string>> cases{{at("nothing-here"), "icons.missing"},
                                                                 {at("text.zip"), "icons.broken-zip"},
                                                                 {at("cut.zip"), "icons.broken-zip"},
                                                                 {at("empty"), "icons.none"}};
    for (const auto& [path, id] : cases) {
        const auto pack = IconPack::read(path);
        ASSERT_FALSE(pack) << path;
        EXPECT_EQ(pack.error().message.id, id) << path;
        EXPECT_TRUE(model::embedded::messages().contains(id));
    }
}

TEST_F(IconPackTest, DamagedAndExplodingZipsDoNoHarm)
{
    const QByteArray good = zip({{"Arch_Amazon-EC2_48.svg", square("#ED7100")}});
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray damaged = good;
        damaged[i] = static_cast<char>(~damaged[i]);
        if (const auto archive = ZipArchive::open(damaged, "x.zip"))
            for (const ZipArchive::Entry& entry : archive->entries()) archive->contents(entry);
        EXPECT_FALSE(ZipArchive::open(good.left(i), "x.zip")) << "cut at " << i;
    }
    const auto bomb = ZipArchive::open(zip({{"Arch_Amazon-EC2_48.svg", QByteArray(8 << 20, 'x')}}), "x.zip");
    ASSERT_TRUE(bomb);
    EXPECT_TRUE(bomb->contents(bomb->entries().front()).isEmpty()) << "larger than any icon";
    const auto liar = ZipArchive::open(zip({{"Arch_Amazon-EC2_48.svg", QByteArray(1 << 20, 'x'), true, 100}}), "x.zip");
    ASSERT_TRUE(liar);
    EXPECT_TRUE(liar->contents(liar->entries().front()).isEmpty()) << "more than it says";
}

TEST_F(IconPackTest, TheSetDrawsThePackAndForgetsItAgain)
{
    const IconSet icons;
    const QImage own = icons.image("ec2-instance", 48);
    write("Arch_Amazon-EC2_48.svg", square("#00FF00"));
    auto pack = IconPack::read(m_folder.path().toStdString());
    ASSERT_TRUE(pack);
    IconSet::usePack(std::make_shared<const IconPack>(std::move(pack).value()));
    EXPECT_EQ(icons.image("ec2-instance", 48).pixelColor(24, 24), QColor(0x00FF00));
    EXPECT_TRUE(IconSet::isFromPack("ec2-instance"));
    EXPECT_FALSE(IconSet::isFromPack("lambda"));
    EXPECT_EQ(icons.image("lambda", 48), IconSet().image("lambda", 48));
    IconSet::usePack(nullptr);
    EXPECT_EQ(icons.image("ec2-instance", 48), own);
}

TEST_F(IconPackTest, EveryKindOfTheNamesIsInTheCatalogue)
{
    QFile names(QStringLiteral(":/icons/official-names.txt"));
    ASSERT_TRUE(names.open(QIODevice::ReadOnly | QIODevice::Text));
    int count = 0;
    for (const QString& line : QString::fromUtf8(names.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#')) continue;
        const std::string kind = line.section(u':', 0, 0).toStdString();
        EXPECT_NE(model::embedded::catalogue().find(model::KindId(kind)), nullptr) << kind;
        EXPECT_FALSE(line.section(u':', 1).trimmed().isEmpty()) << kind;
        ++count;
    }
    EXPECT_GT(count, 50);
}

}  // namespace
}  // namespace lintel::rendering
