#include "app/window/dialogs.h"

#include <QMessageBox>
#include <QPushButton>

namespace lintel::app::dialogs {

void tellError(QWidget& parent, const settings::Words& words, const char* titleId, const model::Error& error)
{
    QMessageBox box(QMessageBox::Warning, QStringLiteral("Lintel"), words(titleId), QMessageBox::NoButton, &parent);
    box.setObjectName("errorDialog");
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(words.of(error));
    box.addButton(words("dialog.close"), QMessageBox::AcceptRole);
    box.exec();
}

void tell(QWidget& parent, const settings::Words& words, const QString& text, const QString& details)
{
    QMessageBox box(QMessageBox::Information, QStringLiteral("Lintel"), text, QMessageBox::NoButton, &parent);
    box.setObjectName("noticeDialog");
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(details);
    box.addButton(words("dialog.close"), QMessageBox::AcceptRole)->setObjectName("closeButton");
    box.exec();
}

SaveAnswer askToSave(QWidget& parent, const settings::Words& words, const QString& name)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Lintel"),
                    words("dialog.save-changes", {{"name", name.toStdString()}}), QMessageBox::NoButton, &parent);
    box.setObjectName("saveDialog");
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(words("dialog.save-changes-why"));
    QPushButton* save = box.addButton(words("dialog.save"), QMessageBox::AcceptRole);
    save->setObjectName("saveButton");
    QPushButton* discard = box.addButton(words("dialog.discard"), QMessageBox::DestructiveRole);
    discard->setObjectName("discardButton");
    QPushButton* cancel = box.addButton(words("dialog.cancel"), QMessageBox::RejectRole);
    cancel->setObjectName("cancelButton");
    box.setDefaultButton(save);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == save) return SaveAnswer::Save;
    return box.clickedButton() == discard ? SaveAnswer::Discard : SaveAnswer::Cancel;
}

bool ask(QWidget& parent, const settings::Words& words, const QString& question, const QString& details,
         const char* yesId, const char* noId)
{
    QMessageBox box(QMessageBox::Question, QStringLiteral("Lintel"), question, QMessageBox::NoButton, &parent);
    box.setObjectName("questionDialog");
    box.setTextFormat(Qt::PlainText);
    box.setInformativeText(details);
    QPushButton* yes = box.addButton(words(yesId), QMessageBox::AcceptRole);
    yes->setObjectName("yesButton");
    QPushButton* no = box.addButton(words(noId), QMessageBox::RejectRole);
    no->setObjectName("noButton");
    box.setDefaultButton(yes);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

}  // namespace lintel::app::dialogs
