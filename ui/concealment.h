// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMimeData>
#include <QString>
#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QUtiMimeConverter>
#endif

// How each platform is told that what is on the clipboard is a secret. Qt can name foreign pasteboard types on macOS
// from 6.5 on; before, a Mac's clipboard managers see plain text.
namespace tokendesk {

inline void conceal(QMimeData &data)
{
#if defined(Q_OS_WIN)
    // Cloud clipboard and history (Windows 10 and later) and the convention of clipboard viewers before them.
    const QByteArray no(4, '\0');
    const QString windowsFormat = QStringLiteral("application/x-qt-windows-mime;value=\"%1\"");
    data.setData(windowsFormat.arg(QLatin1StringView("ExcludeClipboardContentFromMonitorProcessing")), no);
    data.setData(windowsFormat.arg(QLatin1StringView("CanIncludeInClipboardHistory")), no);
    data.setData(windowsFormat.arg(QLatin1StringView("CanUploadToCloudClipboard")), no);
    data.setData(windowsFormat.arg(QLatin1StringView("Clipboard Viewer Ignore")), no);
#elif defined(Q_OS_MACOS)
    // nspasteboard.org
    data.setData(QStringLiteral("application/x-nspasteboard-concealed-type"), "secret");
    data.setData(QStringLiteral("application/x-nspasteboard-transient-type"), "secret");
#else
    // Klipper, CopyQ, GPaste and KeePassXC agree on this one.
    data.setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
#endif
}

#if defined(Q_OS_MACOS) && QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
/// Gives the two formats above their names on the pasteboard, for as long as it lives.
class PasteboardNames final : public QUtiMimeConverter
{
public:
    QString mimeForUti(const QString &uti) const override
    {
        return uti == concealedUti() ? concealedMime() : uti == transientUti() ? transientMime() : QString();
    }
    QString utiForMime(const QString &mime) const override
    {
        return mime == concealedMime() ? concealedUti() : mime == transientMime() ? transientUti() : QString();
    }
    QVariant convertToMime(const QString &, const QList<QByteArray> &data, const QString &) const override
    {
        return data.value(0);
    }
    QList<QByteArray> convertFromMime(const QString &, const QVariant &data, const QString &) const override
    {
        return {data.toByteArray()};
    }

private:
    static QString concealedUti() { return QStringLiteral("org.nspasteboard.ConcealedType"); }
    static QString transientUti() { return QStringLiteral("org.nspasteboard.TransientType"); }
    static QString concealedMime() { return QStringLiteral("application/x-nspasteboard-concealed-type"); }
    static QString transientMime() { return QStringLiteral("application/x-nspasteboard-transient-type"); }
};
#else
class PasteboardNames
{
};
#endif

} // namespace tokendesk
