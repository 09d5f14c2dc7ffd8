// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practicefacebookworld.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr quint64 pat = 10227000000000001;
constexpr quint64 bo = 10227000000000002;
constexpr quint64 nia = 10227000000000003;
constexpr quint64 holding = 900000000000001;

QStringList allTasks()
{
    return {u"ADVERTISE"_s, u"ANALYZE"_s, u"CREATE_CONTENT"_s, u"MESSAGING"_s, u"MODERATE"_s, u"MANAGE"_s};
}

template <typename T>
const T *byId(const QList<T> &all, quint64 id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const QList<PracticePerson> &practicePeople()
{
    static const QList<PracticePerson> people{
        {pat, u"Pat Practice"_s, 0x1877f2},
        {bo, u"Bo Business"_s, 0x6a3fb5},
        {nia, u"Nia Nopage"_s, 0x8a6d1f},
    };
    return people;
}

const QList<PracticePage> &practicePages()
{
    static const QList<PracticePage> pages{
        {104000000000001, u"Practice Café"_s, 0xb0472f, pat, 0, false, 27640875392278831, allTasks()},
        {104000000000002, u"Practice Bikes"_s, 0x2f6fb0, pat, 0, false, 27640875392278832, allTasks()},
        {104000000000003, u"Practice Choir"_s, 0x4c7a2e, pat, 0, false, 0, {u"ANALYZE"_s, u"MODERATE"_s}},
        {104000000000004, u"Practice Hotel"_s, 0x7a2e6b, bo, holding, false, 27640875392278833, allTasks()},
        {104000000000005, u"Client Shop"_s, 0x2e7a74, bo, holding, true, 0, allTasks()},
    };
    return pages;
}

const QList<PracticeBusiness> &practiceBusinesses()
{
    static const QList<PracticeBusiness> businesses{{holding, u"Practice Holding"_s, bo, 122100000000001}};
    return businesses;
}

const PracticePerson *practicePerson(quint64 id)
{
    return byId(practicePeople(), id);
}

const PracticePage *practicePage(quint64 id)
{
    return byId(practicePages(), id);
}

const PracticeBusiness *practiceBusiness(quint64 id)
{
    return byId(practiceBusinesses(), id);
}

const PracticeBusiness *practiceBusinessOf(quint64 systemUser)
{
    const auto &all = practiceBusinesses();
    const auto found = std::ranges::find(all, systemUser, &PracticeBusiness::systemUser);
    return found == all.end() ? nullptr : &*found;
}

const QStringList &practiceFacebookScopes()
{
    static const QStringList scopes{u"pages_show_list"_s,
                                    u"pages_read_engagement"_s,
                                    u"business_management"_s,
                                    u"instagram_basic"_s,
                                    u"instagram_content_publish"_s,
                                    u"instagram_manage_comments"_s,
                                    u"instagram_manage_insights"_s,
                                    u"instagram_manage_messages"_s,
                                    u"instagram_manage_contents"_s,
                                    u"pages_manage_metadata"_s,
                                    u"ads_read"_s};
    return scopes;
}

const QStringList &practiceConfiguredScopes()
{
    static const QStringList scopes{u"pages_show_list"_s, u"pages_read_engagement"_s, u"business_management"_s,
                                    u"instagram_basic"_s, u"instagram_manage_insights"_s};
    return scopes;
}

} // namespace tokendesk
