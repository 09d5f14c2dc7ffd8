// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/batchtext.h"

#include "errortext.h"

#include <QCoreApplication>
#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class BatchText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::BatchText)
};

QString doneText(Batch::Work work)
{
    switch (work) {
    case Batch::Work::Renew:
        return BatchText::tr("Renewed");
    case Batch::Work::Check:
        return BatchText::tr("The token works");
    case Batch::Work::Remove:
        return BatchText::tr("Removed from this computer");
    }
    Q_UNREACHABLE();
}

/// An error that is told of a provider is told with its name.
ErrorText errorText(const Batch::Entry &entry, const Catalog &catalog)
{
    const Provider *provider = catalog.description(entry.providerId);
    return provider ? describe(entry.error, *provider) : describe(entry.error, entry.providerId);
}

BatchGroup letGo(const Batch::Entry &entry, const Catalog &catalog)
{
    if (entry.error.kind == ErrorKind::Cancelled)
        return {.mood = Mood::Warning, .text = BatchText::tr("Not begun, since you stopped it")};
    const ErrorText text = errorText(entry, catalog);
    return {.mood = Mood::Warning,
            //: What happened with another account. What to do.
            .text = BatchText::tr("Not tried any more. %1 %2").arg(text.happened, text.todo)};
}

BatchGroup groupOf(const Batch::Entry &entry, Batch::Work work, const Catalog &catalog)
{
    switch (entry.outcome) {
    case Batch::Outcome::Done:
        return {.text = doneText(work)};
    case Batch::Outcome::TooYoung:
        return {.text = BatchText::tr("Too young to renew yet. Nothing is lost; it is renewed by itself later.")};
    case Batch::Outcome::Endless:
        return {.text = BatchText::tr("Nothing to renew: the token never ends, or its provider has no renewal.")};
    case Batch::Outcome::Gone:
        return {.text = BatchText::tr("Removed in the meantime")};
    case Batch::Outcome::LetGo:
        return letGo(entry, catalog);
    case Batch::Outcome::NeedsSecret:
        return {.mood = Mood::Warning,
                .text = BatchText::tr("A one-hour token needs the app secret. Choose the account alone to enter it.")};
    case Batch::Outcome::SignInAgain:
        return {.mood = Mood::Trouble,
                .text = BatchText::tr("The token does not work any more. Choose the account alone to sign in again.")};
    case Batch::Outcome::Failed:
        break;
    }
    const ErrorText text = errorText(entry, catalog);
    return {.mood = entry.error.kind == ErrorKind::Rejected ? Mood::Trouble : Mood::Warning,
            //: What happened. What to do.
            .text = BatchText::tr("%1 %2").arg(text.happened, text.todo)};
}

bool inOrder(const QString &one, const QString &other)
{
    return QString::localeAwareCompare(one, other) < 0;
}

} // namespace

QList<BatchGroup> groupsOf(const Batch &batch, const Catalog &catalog)
{
    QList<BatchGroup> groups;
    for (const Batch::Entry &entry : batch.entries()) {
        const BatchGroup fresh = groupOf(entry, batch.work(), catalog);
        auto group = std::ranges::find(groups, fresh.text, &BatchGroup::text);
        if (group == groups.end())
            group = groups.insert(groups.end(), fresh);
        group->names.append(entry.name);
        group->told = entry.outcome != Batch::Outcome::Done;
    }
    for (BatchGroup &group : groups)
        std::ranges::sort(group.names, inOrder);
    std::ranges::sort(groups, {},
                      [](const BatchGroup &group) { return std::tuple(group.told, group.mood, group.text); });
    return groups;
}

QString someOf(const QStringList &names, qsizetype most)
{
    const QString some = names.first(std::min(most, names.size())).join(u", "_s);
    const qsizetype more = names.size() - most;
    //: Some names
    return more > 0 ? BatchText::tr("%1 and %n more", nullptr, int(more)).arg(some) : some;
}

} // namespace tokendesk
