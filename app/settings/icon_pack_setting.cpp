#include "app/settings/icon_pack_setting.h"

#include "rendering/icons/icon_set.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

#include <memory>

namespace lintel::app::settings {

using rendering::IconPack;
using rendering::IconSet;

namespace {

/// What an entry of the list does. The pack in use, if there is one, comes second.
enum class Entry { Own, InUse, Zip, Folder };

}  // namespace

void applyIconPack(const AppSettings& settings)
{
    const QString path = settings.iconPack();
    if (path.isEmpty()) return IconSet::usePack(nullptr);
    auto pack = IconPack::read(path.toStdString());
    IconSet::usePack(pack ? std::make_shared<const IconPack>(std::move(pack).value()) : nullptr);
}

IconPackSetting::IconPackSetting(const Words& words, std::function<void()> changed, QWidget* parent)
    : QWidget(parent), m_words(words), m_changed(std::move(changed)), m_choice(new QComboBox), m_problem(new QLabel)
{
    m_choice->setObjectName("settingIcons");
    m_problem->setObjectName("settingIconsProblem");
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choice);
    layout->addWidget(m_problem);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, &IconPackSetting::activate);
    retranslate();
}

void IconPackSetting::fill()
{
    const QString path = m_settings.iconPack();
    const auto add = [this](const QString& text, Entry entry) { m_choice->addItem(text, static_cast<int>(entry)); };
    m_choice->clear();
    add(m_words("preferences.icons-own"), Entry::Own);
    if (!path.isEmpty()) add(QFileInfo(path).fileName(), Entry::InUse);
    add(m_words("preferences.icons-zip"), Entry::Zip);
    add(m_words("preferences.icons-folder"), Entry::Folder);
    m_choice->setCurrentIndex(path.isEmpty() ? 0 : 1);
    m_choice->setToolTip(path);
}

void IconPackSetting::activate(int index)
{
    const auto entry = static_cast<Entry>(m_choice->itemData(index).toInt());
    if (entry == Entry::InUse) return;
    if (entry == Entry::Own) return use({});
    const QString title = m_words("preferences.icons-title");
    const QString path = entry == Entry::Zip ? QFileDialog::getOpenFileName(
                                                   this, title, {}, QStringLiteral("AWS Architecture Icons (*.zip)"))
                                             : QFileDialog::getExistingDirectory(this, title);
    if (path.isEmpty()) return fill();
    use(path);
}

void IconPackSetting::use(const QString& path)
{
    const auto pack = path.isEmpty() ? model::Result<IconPack>(IconPack()) : IconPack::read(path.toStdString());
    m_problem->setVisible(!pack);
    m_problem->setText(pack ? QString() : m_words.of(pack.error()));
    if (pack) {
        m_settings.setIconPack(path);
        applyIconPack(m_settings);
        m_changed();
    }
    fill();
}

void IconPackSetting::retranslate()
{
    m_problem->hide();
    m_choice->setAccessibleName(m_words("preferences.icons"));
    fill();
}

}  // namespace lintel::app::settings
