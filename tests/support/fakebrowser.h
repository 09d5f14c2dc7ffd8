// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

class QNetworkReply;
class QSslCertificate;

namespace tokendesk {

/// Behaves like a person with a browser: opens the consent page, chooses, presses a button, follows the redirect to the
/// program and reads what it says there.
class FakeBrowser : public QObject
{
    Q_OBJECT
public:
    enum class Button { Allow, Cancel, None }; ///< None: the page is closed without an answer

    /// What the person does; a good-natured one unless told otherwise.
    struct Person
    {
        Button presses = Button::Allow;
        QString account{}; ///< signs in as this user name instead of the one suggested
        QStringList unticks{}; ///< scopes that are not granted
        bool doubleClicks = false;
        bool cannotReturn = false; ///< the browser does not reach the program: the redirect stays in its address bar
        QString userCode{}; ///< what is typed where a page asks for a device's code
        bool wrongStateFirst = false; ///< another page guesses at the redirect address before the true answer comes
    };

    FakeBrowser();
    explicit FakeBrowser(const Person &person);

    /// Accepts this certificate, as a person does who clicks through the warning about it.
    void trust(const QSslCertificate &certificate);
    /// Ends on the consent page or, where it is answered, on the page behind it: rested().
    void open(const QUrl &url);

    QUrl address() const { return m_address; } ///< as the address bar shows it, fragment included
    QByteArray page() const { return m_page; }
    int status() const { return m_status; } ///< of the last page; 0 where nobody answered
    QList<QUrl> visited() const { return m_visited; } ///< all addresses, redirects included

signals:
    void rested();

private:
    void load(const QUrl &url);
    void follow(QNetworkReply *reply);
    void read(QNetworkReply *reply);
    void redirect(const QUrl &target);
    void answer();
    QUrlQuery filledIn() const;
    QString chosenAccount() const;

    Person m_person;
    QNetworkAccessManager m_network;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    QList<QUrl> m_visited;
    QUrl m_address;
    QUrl m_afterGuess; ///< the true redirect, kept back while the guess is tried
    QByteArray m_page;
    int m_status = 0;
    int m_loading = 0;
};

} // namespace tokendesk
