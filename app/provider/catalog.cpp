// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// A text of a built-in file in the program's language; the build has put it into a source that lupdate reads.
QString translated(const QString &text)
{
    return QCoreApplication::translate("Provider", text.toUtf8().constData());
}

void translate(Provider &provider)
{
    provider.name = translated(provider.name);
    for (Scope &scope : provider.scopes) {
        scope.title = translated(scope.title);
        scope.sentence = translated(scope.sentence);
    }
}

/// At most one byte more than a provider file may have: a device or a huge file in the folder is not read whole.
Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, u"cannot be read"_s);
    return file.read(largestProviderFile + 1);
}

} // namespace

Catalog::Catalog(const QString &folder, const QString &language)
    : m_folder(folder)
{
    reload(language);
}

void Catalog::reload(const QString &language)
{
    m_providers.clear();
    m_problems.clear();
    const QDir builtIn(u":/providers"_s);
    for (const QString &fileName : builtIn.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (add(builtIn.filePath(fileName), language))
            translate(m_providers.last());
    }
    const QDir own(m_folder);
    if (m_folder.isEmpty() || !own.exists())
        return;
    for (const QString &fileName : own.entryList({u"*.json"_s}, QDir::Files, QDir::Name))
        add(own.filePath(fileName), language.isEmpty() ? QLocale().name() : language);
}

bool Catalog::add(const QString &path, const QString &language)
{
    const Result<QByteArray> json = contents(path);
    Result<Provider> provider = json ? readProvider(*json, language, m_providers) : std::unexpected(json.error());
    if (provider) {
        m_providers.append(*std::move(provider));
        return true;
    }
    Error problem = provider.error();
    problem.what = redacted(QFileInfo(path).fileName()) + ": "_L1 + problem.what;
    qCWarning(lcProvider).noquote() << "provider file left out:" << problem.what << "line" << problem.line;
    m_problems.append(problem);
    return false;
}

Result<Provider> Catalog::provider(const QString &id) const
{
    const Provider *found = description(id);
    if (!found)
        return failure(ErrorKind::InvalidInput, u"no such provider: "_s + id);
    if (!found->practice || !m_practicePort)
        return *found;
    const Result<quint16> port = m_practicePort();
    if (!port)
        return std::unexpected(port.error());
    return found->onPort(*port);
}

const Provider *Catalog::description(const QString &id) const
{
    const auto found = std::ranges::find(m_providers, id, &Provider::id);
    return found == m_providers.end() ? nullptr : &*found;
}

} // namespace tokendesk
