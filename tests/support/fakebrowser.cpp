// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakebrowser.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QSslCertificate>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(u"\\b%1=\"([^\"]*)\""_s.arg(name));
    return pattern.match(tag).captured(1);
}

QStringList inputsOf(const QString &html)
{
    static const QRegularExpression pattern(u"<input [^>]*>"_s);
    QStringList tags;
    for (auto match = pattern.globalMatch(html); match.hasNext();)
        tags << match.next().captured();
    return tags;
}

QString formAction(const QString &html)
{
    static const QRegularExpression pattern(u"<form [^>]*>"_s);
    return attribute(pattern.match(html).captured(), u"action"_s);
}

bool isConsentPage(const QString &html)
{
    return html.contains("name=\"ticket\""_L1);
}

/// Asks for the code that a device shows.
bool isCodePage(const QString &html)
{
    return html.contains("name=\"user_code\""_L1);
}

} // namespace

FakeBrowser::FakeBrowser()
    : FakeBrowser(Person{})
{
}

FakeBrowser::FakeBrowser(const Person &person)
    : m_person(person)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&m_network, &QNetworkAccessManager::finished, this, &FakeBrowser::read);
}

void FakeBrowser::trust(const QSslCertificate &certificate)
{
    m_tls.addCaCertificate(certificate);
}

void FakeBrowser::open(const QUrl &url)
{
    load(url);
}

void FakeBrowser::load(const QUrl &url)
{
    m_address = url;
    m_visited << url;
    ++m_loading;
    QNetworkRequest request(url.adjusted(QUrl::RemoveFragment));
    request.setSslConfiguration(m_tls);
    m_network.get(request);
}

void FakeBrowser::read(QNetworkReply *reply)
{
    reply->deleteLater();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_page = reply->readAll();
    follow(reply);
    if (--m_loading == 0)
        emit rested();
}

void FakeBrowser::follow(QNetworkReply *reply)
{
    if (!m_afterGuess.isEmpty())
        return load(std::exchange(m_afterGuess, QUrl()));
    const QByteArray location = reply->rawHeader("Location");
    if (m_status >= 300 && m_status < 400 && !location.isEmpty())
        return redirect(reply->url().resolved(QUrl::fromEncoded(location)));
    const QString html = QString::fromUtf8(m_page);
    if (m_status == 200 && (isConsentPage(html) || (isCodePage(html) && !m_person.userCode.isEmpty())))
        answer();
}

void FakeBrowser::redirect(const QUrl &target)
{
    QUrlQuery query(target);
    if (m_person.cannotReturn && query.hasQueryItem(u"state"_s)) {
        m_address = target;
        return;
    }
    if (!m_person.wrongStateFirst || !query.hasQueryItem(u"state"_s))
        return load(target);
    m_person.wrongStateFirst = false;
    m_afterGuess = target;
    query.removeQueryItem(u"state"_s);
    query.addQueryItem(u"state"_s, u"guessed"_s);
    QUrl guess = target;
    guess.setQuery(query);
    load(guess);
}

void FakeBrowser::answer()
{
    if (m_person.presses == Button::None)
        return;
    QNetworkRequest request(m_address.resolved(QUrl(formAction(QString::fromUtf8(m_page)))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    const QByteArray form = filledIn().query(QUrl::FullyEncoded).toLatin1();
    if (isCodePage(QString::fromUtf8(m_page)))
        m_person.userCode.clear(); // it is not tried again
    const int clicks = m_person.doubleClicks ? 2 : 1;
    for (int i = 0; i < clicks; ++i) {
        ++m_loading;
        m_network.post(request, form);
    }
}

QUrlQuery FakeBrowser::filledIn() const
{
    QUrlQuery form;
    for (const QString &tag : inputsOf(QString::fromUtf8(m_page))) {
        const QString type = attribute(tag, u"type"_s);
        const QString name = attribute(tag, u"name"_s);
        const bool on = tag.contains(" checked"_L1) && !tag.contains(" disabled"_L1);
        const bool unticked = m_person.unticks.contains(name.section(u'.', 1));
        if (type == "hidden"_L1)
            form.addQueryItem(name, attribute(tag, u"value"_s));
        else if (type == "checkbox"_L1 && on && !unticked)
            form.addQueryItem(name, u"on"_s);
    }
    if (isCodePage(QString::fromUtf8(m_page))) {
        form.addQueryItem(u"user_code"_s, m_person.userCode);
        return form;
    }
    form.addQueryItem(u"account"_s, chosenAccount());
    form.addQueryItem(u"decision"_s, m_person.presses == Button::Allow ? u"allow"_s : u"cancel"_s);
    return form;
}

QString FakeBrowser::chosenAccount() const
{
    const QString html = QString::fromUtf8(m_page);
    for (const QString &row : html.split("<label>"_L1)) {
        const bool chosen = m_person.account.isEmpty()
            ? row.contains(" checked"_L1)
            : row.contains(u'@' + m_person.account + u'<') || row.contains(u'>' + m_person.account + u'<');
        if (chosen && row.contains("type=\"radio\""_L1))
            return attribute(row, u"value"_s);
    }
    return {};
}

} // namespace tokendesk
