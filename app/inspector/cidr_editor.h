#pragma once

#include <QLineEdit>

#include <functional>

namespace lintel::app::inspector {

/// A line for a range of addresses that offers the next free one: a click (or Ctrl+Space) takes it.
class CidrEditor : public QLineEdit {
    Q_OBJECT

public:
    /// `offer` may be empty: nothing is free, or nobody knows.
    CidrEditor(const QString& text, const QString& offer, const QString& offerText, QWidget* parent = nullptr);

Q_SIGNALS:
    void chosen(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void finish();
    void takeOffer();

    QString m_last;
    QString m_offer;
};

}  // namespace lintel::app::inspector
