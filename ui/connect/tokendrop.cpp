// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/tokendrop.h"

#include "graph/tokenlist.h"

#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

bool bringsFiles(const QMimeData &data)
{
    return std::ranges::any_of(data.urls(), &QUrl::isLocalFile);
}

/// The one file of text that is dragged; empty where it is something else.
QString fileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const QString path = urls.first().toLocalFile();
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == "txt"_L1 || suffix == "csv"_L1 || suffix == "tsv"_L1 || suffix == "json"_L1 ? path : QString();
}

bool isWelcome(const QMimeData &data)
{
    return bringsFiles(data) ? !fileIn(data).isEmpty() : data.hasText();
}

Result<Secret> contentOf(const QMimeData &data)
{
    if (const QString path = fileIn(data); !path.isEmpty())
        return readTokenFile(path);
    QString text = data.text();
    Secret secret = Secret::fromText(text);
    text.fill(u'\0');
    return secret;
}

} // namespace

Result<Secret> readTokenFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, u"a file of tokens cannot be read"_s);
    QByteArray bytes = file.read(largestTokenFile + 1); // a device is not read whole
    Secret content = Secret::takeFrom(bytes);
    if (content.size() > largestTokenFile)
        return failure(ErrorKind::InvalidInput, u"a file of tokens larger than 4 MiB"_s);
    return content;
}

TokenDrop::TokenDrop(QWidget *target)
    : QObject(target)
{
    target->setAcceptDrops(true);
    target->installEventFilter(this);
}

bool TokenDrop::eventFilter(QObject *watched, QEvent *event)
{
    const bool moves = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (!moves && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event); // a drag's events are drop events
    if (!isWelcome(*drop->mimeData())) {
        drop->ignore();
        return true;
    }
    drop->setDropAction(Qt::CopyAction); // nothing is taken away from where it came
    drop->accept();
    if (moves)
        return true;
    m_dropped = contentOf(*drop->mimeData());
    emit dropped();
    return true;
}

} // namespace tokendesk
