#pragma once

#include "app/session/document_session.h"
#include "app/settings/words.h"

#include <QComboBox>

#include <functional>

namespace lintel::app::analysis {

/// A box to pick a block from, by list or by typing any part of its name. May offer one entry that is no block.
class BlockPicker : public QComboBox {
    Q_OBJECT

public:
    BlockPicker(const session::DocumentSession& session, const settings::Words& words, QWidget* parent = nullptr);

    struct Extra {
        QString id;
        QString text;
        QIcon icon = {};
    };
    /// Keeps what is picked while it is still offered. `isOffered` false leaves a block out.
    void fill(const std::vector<Extra>& extras, const std::function<bool(const model::Block&)>& isOffered);
    /// Of the block or extra entry; empty when nothing is picked.
    std::string picked() const;
    /// Without telling.
    void pick(const std::string& id);
    /// Takes the focus and shows all there is to pick; typing narrows it down.
    void offerAll();

Q_SIGNALS:
    /// Somebody picked something else.
    void chosen();

private:
    void takeTyped();

    const session::DocumentSession& m_session;
    const settings::Words& m_words;
};

}  // namespace lintel::app::analysis
