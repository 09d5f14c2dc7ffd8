// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"

#include "base/logging.h"
#include "base/ownfile.h"

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
    for (Preset &preset : provider.presets) {
        preset.title = translated(preset.title);
        preset.sentence = translated(preset.sentence);
    }
    for (ForeignScope &scope : provider.elsewhere) {
        scope.title = translated(scope.title);
        scope.sentence = translated(scope.sentence);
    }
    for (ApiCall &call : provider.calls)
        call.title = translated(call.title);
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
    , m_language(language)
{
}

void Catalog::reload(const QString &language)
{
    m_language = language;
    m_files.reset();
}

const Catalog::Files &Catalog::files() const
{
    if (!m_files) {
        m_files = read();
        for (const Error &problem : std::as_const(m_files->problems))
            qCWarning(lcProvider).noquote() << "provider file left out:" << problem.what << "line" << problem.line;
    }
    return *m_files;
}

Catalog::Files Catalog::read(const std::optional<Draft> &draft) const
{
    Files files;
    const QDir builtIn(u":/providers"_s);
    for (const QString &fileName : builtIn.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        if (add(files, builtIn.filePath(fileName)))
            translate(files.providers.last());
    }
    if (m_folder.isEmpty())
        return files;
    const QDir own(m_folder);
    QStringList fileNames = own.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    if (draft && !fileNames.contains(draft->fileName))
        fileNames.append(draft->fileName);
    fileNames.sort();
    for (const QString &fileName : std::as_const(fileNames)) {
        const bool isDraft = draft && draft->fileName == fileName;
        if (add(files, own.filePath(fileName), isDraft ? std::optional(draft->json) : std::nullopt))
            files.own.insert(files.providers.last().id, fileName);
    }
    return files;
}

bool Catalog::add(Files &files, const QString &path, const std::optional<QByteArray> &instead) const
{
    const bool builtIn = path.startsWith(u':');
    const Result<QByteArray> json = instead ? Result<QByteArray>(*instead) : contents(path);
    Result<Provider> provider = json ? readProvider(*json, builtIn ? m_language : language(), files.providers)
                                     : std::unexpected(json.error());
    if (provider) {
        files.providers.append(*std::move(provider));
        return true;
    }
    Error problem = provider.error();
    problem.what = redacted(QFileInfo(path).fileName()) + ": "_L1 + problem.what;
    files.problems.append(problem);
    return false;
}

// -- the user's own

QString Catalog::language() const
{
    return m_language.isEmpty() ? QLocale().name() : m_language;
}

Result<QByteArray> Catalog::ownFile(const QString &id) const
{
    if (!isOwn(id))
        return failure(ErrorKind::InvalidInput, u"no provider file of the user's own"_s);
    return contents(QDir(m_folder).filePath(files().own.value(id)));
}

Result<Provider> Catalog::check(const QByteArray &json, const QString &replaced) const
{
    QList<Provider> others = providers();
    others.removeIf([&replaced](const Provider &one) { return one.id == replaced; });
    Result<Provider> provider = readProvider(json, language(), others);
    if (!provider)
        return provider;
    if (!replaced.isEmpty() && (!isOwn(replaced) || provider->id != replaced))
        return failure(ErrorKind::InvalidInput, u"a provider takes its own place only"_s);
    // Files are read in the order of their names, and each is checked beside those before it.
    const Files with = read(Draft{replaced.isEmpty() ? freeFileName(provider->id) : files().own.value(replaced), json});
    for (const Provider &other : std::as_const(others)) {
        if (std::ranges::find(with.providers, other.id, &Provider::id) == with.providers.end())
            return std::unexpected(Error{.kind = ErrorKind::InvalidInput,
                                         .what = u"beside it the file of %1 could not be used any more"_s.arg(other.id),
                                         .message = other.name,
                                         .hint = ErrorHint::ForeignHost});
    }
    return provider;
}

Result<Provider> Catalog::save(const QByteArray &json, const QString &replaced)
{
    Result<Provider> provider = check(json, replaced);
    if (!provider)
        return provider;
    const QString fileName = replaced.isEmpty() ? freeFileName(provider->id) : files().own.value(replaced);
    if (const Result<void> written = writeOwnFile(QDir(m_folder).filePath(fileName), json); !written)
        return std::unexpected(written.error());
    reload(m_language);
    return provider;
}

Result<void> Catalog::remove(const QString &id)
{
    if (!isOwn(id))
        return failure(ErrorKind::InvalidInput, u"no provider file of the user's own"_s);
    const Result<void> removed = removeOwnFile(QDir(m_folder).filePath(files().own.value(id)));
    if (removed)
        reload(m_language);
    return removed;
}

/// One that nothing has yet: a faulty file of that name is somebody's work.
QString Catalog::freeFileName(const QString &id) const
{
    const QDir own(m_folder);
    QString name = id + ".json"_L1;
    const auto isTaken = [&own](const QString &one) {
        const QFileInfo file(own.filePath(one));
        return file.exists() || file.isSymLink();
    };
    for (int i = 2; isTaken(name); ++i)
        name = u"%1-%2.json"_s.arg(id).arg(i);
    return name;
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
    const QList<Provider> &all = providers();
    const auto found = std::ranges::find(all, id, &Provider::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace tokendesk
