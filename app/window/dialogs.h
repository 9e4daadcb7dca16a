#pragma once

#include "app/settings/words.h"

class QWidget;

/// The questions and bad news of the window. Buttons say what they do, in the language of the window.
namespace lintel::app::dialogs {

/// What failed (`editor.<titleId>`) and why.
void tellError(QWidget& parent, const settings::Words& words, const char* titleId, const model::Error& error);

/// What cannot be done, and what to do about it.
void tell(QWidget& parent, const settings::Words& words, const QString& text, const QString& details);

enum class SaveAnswer { Save, Discard, Cancel };
SaveAnswer askToSave(QWidget& parent, const settings::Words& words, const QString& name);

/// A question with one way on (`editor.<yesId>`) and one way out (`editor.<noId>`).
bool ask(QWidget& parent, const settings::Words& words, const QString& question, const QString& details,
         const char* yesId, const char* noId);

}  // namespace lintel::app::dialogs
