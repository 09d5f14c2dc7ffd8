// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace tokendesk {

/// Somebody who can be signed in at Practice's Facebook.
struct PracticePerson
{
    quint64 id = 0;
    QString name;
    quint32 colour = 0; ///< of the picture, 0xRRGGBB
};

/// A Page. One that a business portfolio holds is not in /me/accounts, as at Facebook.
struct PracticePage
{
    quint64 id = 0;
    QString name;
    quint32 colour = 0;
    quint64 person = 0; ///< who may manage it
    quint64 business = 0; ///< the portfolio that holds it; 0 for none
    bool client = false; ///< the portfolio holds it for a client
    quint64 instagram = 0; ///< user id of the PracticeAccount that is linked; 0 for none
    QStringList tasks{};
};

/// A business portfolio with one system user.
struct PracticeBusiness
{
    quint64 id = 0;
    QString name;
    quint64 person = 0; ///< its administrator
    quint64 systemUser = 0;
};

const QList<PracticePerson> &practicePeople();
const QList<PracticePage> &practicePages();
const QList<PracticeBusiness> &practiceBusinesses();

/// Null for an unknown id.
const PracticePerson *practicePerson(quint64 id);
const PracticePage *practicePage(quint64 id);
const PracticeBusiness *practiceBusiness(quint64 id);
/// The portfolio whose system user that is; null for an unknown id.
const PracticeBusiness *practiceBusinessOf(quint64 systemUser);

/// The permissions that Practice's Facebook knows.
const QStringList &practiceFacebookScopes();
/// Those of every configuration of Facebook Login for Business.
const QStringList &practiceConfiguredScopes();

} // namespace tokendesk
