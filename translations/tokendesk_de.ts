<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>AccountCsv</name>
    <message>
        <source>short-lived</source>
        <translation>kurzlebig</translation>
    </message>
    <message>
        <source>long-lived</source>
        <translation>langlebig</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>no expiry date</source>
        <translation>ohne Ablaufdatum</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>User id</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status detail</source>
        <translation>Näheres zum Status</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Token kind</source>
        <translation>Art des Tokens</translation>
    </message>
    <message>
        <source>Issued (UTC)</source>
        <translation>Ausgestellt (UTC)</translation>
    </message>
    <message>
        <source>Expires (UTC)</source>
        <translation>Läuft ab (UTC)</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>with a refresh token</source>
        <translation>mit Refresh-Token</translation>
    </message>
</context>
<context>
    <name>AccountType</name>
    <message>
        <source>Business account</source>
        <translation>Unternehmenskonto</translation>
    </message>
    <message>
        <source>Creator account</source>
        <translation>Creator-Konto</translation>
    </message>
    <message>
        <source>Personal account</source>
        <translation>Privates Konto</translation>
    </message>
    <message>
        <source>Facebook Page</source>
        <translation>Facebook-Seite</translation>
    </message>
    <message>
        <source>Facebook user</source>
        <translation>Facebook-Nutzer</translation>
    </message>
    <message>
        <source>System user</source>
        <translation>Systembenutzer</translation>
    </message>
    <message>
        <source>The app itself</source>
        <translation>Die App selbst</translation>
    </message>
</context>
<context>
    <name>AnswerPages</name>
    <message>
        <source>The account is connected</source>
        <translation>Das Konto ist verbunden</translation>
    </message>
    <message>
        <source>You can close this tab and go back to TokenDesk.</source>
        <translation>Sie können diesen Tab schließen und zu TokenDesk zurückkehren.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled</source>
        <translation>Die Anmeldung wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was connected. You can close this tab and start again in TokenDesk.</source>
        <translation>Es wurde nichts verbunden. Sie können diesen Tab schließen und in TokenDesk neu beginnen.</translation>
    </message>
    <message>
        <source>The sign-in did not work</source>
        <translation>Die Anmeldung hat nicht geklappt</translation>
    </message>
    <message>
        <source>Nothing was connected. TokenDesk says what happened and what helps; you can close this tab.</source>
        <translation>Es wurde nichts verbunden. TokenDesk sagt, was geschehen ist und was hilft; Sie können diesen Tab schließen.</translation>
    </message>
    <message>
        <source>TokenDesk has the answer</source>
        <translation>TokenDesk hat die Antwort</translation>
    </message>
    <message>
        <source>How the sign-in ends is shown in TokenDesk. You can close this tab.</source>
        <translation>Wie die Anmeldung ausgeht, zeigt TokenDesk. Sie können diesen Tab schließen.</translation>
    </message>
    <message>
        <source>This is not what TokenDesk waits for</source>
        <translation>Darauf wartet TokenDesk nicht</translation>
    </message>
    <message>
        <source>It may belong to an earlier sign-in, or come from another page. Nothing was changed; you can close this tab.</source>
        <translation>Es gehört vielleicht zu einer früheren Anmeldung oder kommt von einer anderen Seite. Es wurde nichts verändert; Sie können diesen Tab schließen.</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The code of the language this is translated into, such as &quot;de&quot;. It decides the direction of the page.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>CommandDesk</name>
    <message>
        <source>The accounts in %1 cannot be read.</source>
        <translation>Die Konten in %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Open the window of TokenDesk: it sets the damaged file aside and finds your accounts in the keychain.</source>
        <translation>Öffnen Sie das Fenster von TokenDesk: Es legt die beschädigte Datei beiseite und findet Ihre Konten im Schlüsselbund.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Run Practice, the stand-in for Instagram.</source>
        <translation>Practice starten, den Stellvertreter für Instagram.</translation>
    </message>
    <message>
        <source>Gets an Instagram access token and keeps it alive.</source>
        <translation>Holt ein Zugriffstoken von Instagram und hält es gültig.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Befehle:</translation>
    </message>
    <message>
        <source>What to do; “command --help” tells more.</source>
        <translation>Was zu tun ist; „Befehl --help“ sagt mehr.</translation>
    </message>
    <message>
        <source>No command was given; --help shows all.</source>
        <translation>Es fehlt ein Befehl; --help zeigt alle.</translation>
    </message>
    <message>
        <source>There is no command “%1”; --help shows all.</source>
        <translation>Den Befehl „%1“ gibt es nicht; --help zeigt alle.</translation>
    </message>
    <message>
        <source>Tell how the accounts are.</source>
        <translation>Sagen, wie es den Konten geht.</translation>
    </message>
    <message>
        <source>List the accounts.</source>
        <translation>Die Konten auflisten.</translation>
    </message>
    <message>
        <source>Print an account&apos;s token.</source>
        <translation>Das Token eines Kontos ausgeben.</translation>
    </message>
    <message>
        <source>Renew tokens once, for a scheduler.</source>
        <translation>Tokens einmal erneuern, für eine Zeitplanung.</translation>
    </message>
    <message>
        <source>Let the system renew tokens while the window is closed.</source>
        <translation>Tokens vom System erneuern lassen, während das Fenster geschlossen ist.</translation>
    </message>
    <message>
        <source>Remove everything TokenDesk has on this computer.</source>
        <translation>Alles entfernen, was TokenDesk auf diesem Computer hat.</translation>
    </message>
    <message>
        <source>Say what is wrong with an account, a token or an error.</source>
        <translation>Sagen, was mit einem Konto, einem Token oder einem Fehler nicht stimmt.</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>There is no account “%1”; “list” shows all.</source>
        <translation>Es gibt kein Konto „%1“; „list“ zeigt alle.</translation>
    </message>
    <message>
        <source>“%1” is the name of several accounts; take an id.</source>
        <translation>„%1“ heißen mehrere Konten; nehmen Sie eine ID.</translation>
    </message>
    <message>
        <source>Says what is wrong with an account, a token or an error, and who can mend it. Ends with 0 where nothing has to be done, with 1 where somebody has to do something, with 2 where it could not be told.</source>
        <translation>Sagt, was mit einem Konto, einem Token oder einem Fehler nicht stimmt und wer es beheben kann. Endet mit 0, wo nichts zu tun ist, mit 1, wo jemand etwas tun muss, mit 2, wo es sich nicht sagen ließ.</translation>
    </message>
    <message>
        <source>User name, label, user id or id of the account.</source>
        <translation>Benutzername, Bezeichnung, Nutzer-ID oder ID des Kontos.</translation>
    </message>
    <message>
        <source>Read a token or an error from standard input.</source>
        <translation>Einen Token oder einen Fehler von der Standardeingabe lesen.</translation>
    </message>
    <message>
        <source>Ask nobody; only say what was given.</source>
        <translation>Niemanden fragen, nur sagen, was gegeben wurde.</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs.</source>
        <translation>In JSON antworten, für Programme.</translation>
    </message>
    <message>
        <source>Say one account, or none.</source>
        <translation>Nennen Sie ein Konto oder keines.</translation>
    </message>
    <message>
        <source>A token does not belong in the arguments, which every program can read. Give it by --stdin.</source>
        <translation>Ein Token gehört nicht in die Argumente, die jedes Programm lesen kann. Geben Sie ihn mit --stdin.</translation>
    </message>
</context>
<context>
    <name>DoctorReport</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <extracomment>Who can do a step</extracomment>
        <translation>Wer: %1</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>TokenDesk&apos;s token doctor, %1</source>
        <extracomment>At the end of the report: a time</extracomment>
        <translation>Der Token-Doktor von TokenDesk, %1</translation>
    </message>
</context>
<context>
    <name>DoctorSteps</name>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in einer Minute noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Minuten noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect the account by signing in.</source>
        <translation>Verbinden Sie das Konto, indem Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Copy the token again, from its first character to its last.</source>
        <translation>Kopieren Sie das Token noch einmal, vom ersten bis zum letzten Zeichen.</translation>
    </message>
    <message>
        <source>Enter it on the page “Your app” when you connect an account, and give it to nobody. Where others have seen it, reset it in the app&apos;s dashboard.</source>
        <translation>Geben Sie ihn auf der Seite „Ihre App“ ein, wenn Sie ein Konto verbinden, und sonst niemandem. Haben andere ihn gesehen, setzen Sie ihn im Dashboard der App zurück.</translation>
    </message>
    <message>
        <source>Paste the token or the error; the number alone says nothing.</source>
        <translation>Fügen Sie das Token oder den Fehler ein; die Nummer allein sagt nichts.</translation>
    </message>
    <message>
        <source>Paste one token or one error alone.</source>
        <translation>Fügen Sie einen einzigen Token oder einen einzigen Fehler ein.</translation>
    </message>
    <message>
        <source>Unlock your keychain with its password, which often is the one you log in with.</source>
        <translation>Entsperren Sie Ihren Schlüsselbund mit seinem Passwort; oft ist es das, mit dem Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Start or unlock the keychain (on Linux: GNOME Keyring, KWallet or KeePassXC), then try again.</source>
        <translation>Starten oder entsperren Sie den Schlüsselbund (unter Linux: GNOME-Schlüsselbund, KWallet oder KeePassXC) und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Enter the user and the password for the proxy in Preferences, Network.</source>
        <translation>Geben Sie Benutzer und Passwort für den Proxy unter Einstellungen, Netzwerk ein.</translation>
    </message>
    <message>
        <source>Look at Preferences, Network: either the proxy is not there, or it lets nobody through.</source>
        <translation>Sehen Sie unter Einstellungen, Netzwerk nach: Entweder gibt es den Proxy nicht, oder er lässt niemanden durch.</translation>
    </message>
    <message>
        <source>Open any page in your browser and sign in to the network there, then try again.</source>
        <translation>Öffnen Sie im Browser irgendeine Seite und melden Sie sich dort beim Netzwerk an, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Wait some minutes; nothing is wrong here.</source>
        <translation>Warten Sie einige Minuten; hier ist nichts verkehrt.</translation>
    </message>
    <message>
        <source>Check your internet connection, VPN and proxy, then try again.</source>
        <translation>Prüfen Sie Internetverbindung, VPN und Proxy und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Check your internet connection and VPN; where other pages open, have who looks after the network look why this name is not found.</source>
        <translation>Prüfen Sie Ihre Internetverbindung und Ihr VPN; öffnen sich andere Seiten, lassen Sie nachsehen, wer sich um das Netzwerk kümmert, warum dieser Name nicht gefunden wird.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date, and whether a virus scanner or a company proxy opens secure connections; its authority can be chosen in Preferences, Network.</source>
        <translation>Prüfen Sie das Datum dieses Computers und ob ein Virenscanner oder ein Proxy der Firma sichere Verbindungen öffnet; dessen Zertifizierungsstelle lässt sich unter Einstellungen, Netzwerk wählen.</translation>
    </message>
    <message>
        <source>Have the system set its clock by the network.</source>
        <translation>Lassen Sie das System die Uhr über das Netzwerk stellen.</translation>
    </message>
    <message>
        <source>Sign in again and leave these permissions ticked: %1</source>
        <translation>Melden Sie sich neu an und lassen Sie diese Berechtigungen angehakt: %1</translation>
    </message>
    <message>
        <source>Close other windows of TokenDesk and other programs that listen on these ports.</source>
        <translation>Schließen Sie andere Fenster von TokenDesk und andere Programme, die an diesen Ports lauschen.</translation>
    </message>
    <message>
        <source>Check that you may read and write TokenDesk&apos;s own folder.</source>
        <translation>Prüfen Sie, ob Sie den Ordner von TokenDesk lesen und beschreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message>
        <source>ended %1</source>
        <translation>endete %1</translation>
    </message>
    <message>
        <source>A token of %1.</source>
        <translation>Ein Token von %1.</translation>
    </message>
    <message>
        <source>A token of which a part is missing.</source>
        <translation>Ein Token, von dem ein Teil fehlt.</translation>
    </message>
    <message>
        <source>Several tokens. Paste one of them alone.</source>
        <translation>Mehrere Tokens. Fügen Sie eines davon allein ein.</translation>
    </message>
    <message>
        <source>Something of %1, which ended on %2.</source>
        <translation>Etwas von „%1“, das am %2 geendet hat.</translation>
    </message>
    <message>
        <source>Something that never was a way to Instagram.</source>
        <translation>Etwas, das nie ein Weg zu Instagram war.</translation>
    </message>
    <message>
        <source>This looks like an app secret, which is no token.</source>
        <translation>Das sieht aus wie ein App-Geheimcode und ist kein Token.</translation>
    </message>
    <message>
        <source>Only a number, such as an app id or an account&apos;s number.</source>
        <translation>Nur eine Nummer, etwa eine App-ID oder die Nummer eines Kontos.</translation>
    </message>
    <message>
        <source>A code from the consent page. It works once, for an hour, and only for the sign-in that asked for it.</source>
        <translation>Ein Code von der Zustimmungsseite. Er gilt einmal, eine Stunde lang und nur für die Anmeldung, die nach ihm gefragt hat.</translation>
    </message>
    <message>
        <source>A text that is too long to be a token or an error.</source>
        <translation>Ein Text, der für ein Token oder einen Fehler zu lang ist.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>subcode %1</source>
        <translation>Untercode %1</translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Minuten nach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht %n Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Computers geht %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is locked.</source>
        <translation>Er ist gesperrt.</translation>
    </message>
    <message>
        <source>It does not answer, or would not keep a secret.</source>
        <translation>Er antwortet nicht oder wollte kein Geheimnis aufbewahren.</translation>
    </message>
    <message>
        <source>The proxy %1 does not let TokenDesk through.</source>
        <translation>Der Proxy %1 lässt TokenDesk nicht durch.</translation>
    </message>
    <message>
        <source>The name %1 is not found.</source>
        <translation>Der Name %1 wird nicht gefunden.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher, darum wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Something else answered in the place of %1, such as a network&apos;s sign-in page.</source>
        <translation>An der Stelle von %1 hat etwas anderes geantwortet, etwa die Anmeldeseite eines Netzwerks.</translation>
    </message>
    <message>
        <source>%1 has trouble at the moment.</source>
        <translation>%1 hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 war nicht erreichbar.</translation>
    </message>
    <message>
        <source>It could not be read: the keychain is locked.</source>
        <translation>Es konnte nicht gelesen werden: Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>There is none any more.</source>
        <translation>Es gibt keines mehr.</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>Other programs use the ports %1.</source>
        <translation>Andere Programme benutzen die Ports %1.</translation>
    </message>
    <message>
        <source>The sign-in page&apos;s certificate cannot be read.</source>
        <translation>Das Zertifikat der Anmeldeseite lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>It keeps a secret and gives it back.</source>
        <translation>Er bewahrt ein Geheimnis auf und gibt es wieder heraus.</translation>
    </message>
    <message>
        <source>The way is direct, without a proxy.</source>
        <translation>Der Weg ist direkt, ohne Proxy.</translation>
    </message>
    <message>
        <source>The way leads through the proxy %1.</source>
        <translation>Der Weg führt durch den Proxy %1.</translation>
    </message>
    <message>
        <source>The name %1 is found.</source>
        <translation>Der Name %1 wird gefunden.</translation>
    </message>
    <message>
        <source>The connection is secure.</source>
        <translation>Die Verbindung ist sicher.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is right.</source>
        <translation>Die Uhr dieses Computers geht richtig.</translation>
    </message>
    <message>
        <source>%1 takes it.</source>
        <translation>%1 nimmt es an.</translation>
    </message>
    <message>
        <source>All that is needed is there.</source>
        <translation>Alles Nötige ist da.</translation>
    </message>
    <message>
        <source>Port %1 is free for the browser&apos;s answer.</source>
        <translation>Port %1 ist frei für die Antwort des Browsers.</translation>
    </message>
    <message>
        <source>Browsers trust the sign-in page.</source>
        <translation>Browser vertrauen der Anmeldeseite.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You or your developer</source>
        <translation>Sie oder wer für Sie programmiert</translation>
    </message>
    <message>
        <source>The owner of the app</source>
        <translation>Der Besitzer der App</translation>
    </message>
    <message>
        <source>The account&apos;s owner</source>
        <translation>Der Besitzer des Kontos</translation>
    </message>
    <message>
        <source>The owner of the app, then the account&apos;s owner</source>
        <translation>Der Besitzer der App, dann der Besitzer des Kontos</translation>
    </message>
    <message>
        <source>An administrator of the Page</source>
        <translation>Ein Administrator der Seite</translation>
    </message>
    <message>
        <source>You, or who looks after your network</source>
        <translation>Sie oder wer sich um Ihr Netzwerk kümmert</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Port for the answer</source>
        <translation>Port für die Antwort</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Browsers do not trust it yet and warn once.</source>
        <translation>Browser vertrauen ihr noch nicht und warnen einmal.</translation>
    </message>
    <message>
        <source>This could not be told.</source>
        <translation>Das ließ sich nicht sagen.</translation>
    </message>
    <message>
        <source>Not needed here.</source>
        <translation>Hier nicht nötig.</translation>
    </message>
    <message>
        <source>It passes by itself.</source>
        <translation>Das vergeht von selbst.</translation>
    </message>
    <message>
        <source>Nobody here knows this one. Show it to your developer.</source>
        <translation>Den kennt hier niemand. Zeigen Sie ihn dem, der für Sie programmiert.</translation>
    </message>
    <message>
        <source>The token of %1 at %2.</source>
        <translation>Das Token von %1 bei %2.</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wessen</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>no expiry date</source>
        <translation>ohne Ablaufdatum</translation>
    </message>
    <message>
        <source>Data access</source>
        <translation>Datenzugriff</translation>
    </message>
    <message>
        <source>Usable now</source>
        <translation>Jetzt brauchbar</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Its words</source>
        <translation>Im Wortlaut</translation>
    </message>
    <message>
        <source>For the support of %1</source>
        <translation>Für den Support von %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>How long from now, then the date and the time</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The token of an app itself. It speaks for no account; guard it like the app secret.</source>
        <translation>Das Token einer App selbst. Es spricht für kein Konto; hüten Sie es wie den App-Geheimcode.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>You can do this.</source>
        <translation>Das können Sie selbst tun.</translation>
    </message>
    <message>
        <source>The owner of the app can do this.</source>
        <translation>Das kann der Besitzer der App tun.</translation>
    </message>
    <message>
        <source>Only %1 can mend this; waiting helps.</source>
        <translation>Das kann nur %1 beheben; Abwarten hilft.</translation>
    </message>
    <message>
        <source>You stopped it.</source>
        <translation>Sie haben abgebrochen.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>Try again. If %1 shows an error in the browser, read what it says there: it sends no answer then.</source>
        <translation>Versuchen Sie es noch einmal. Zeigt %1 im Browser einen Fehler, lesen Sie, was dort steht: Dann kommt keine Antwort.</translation>
    </message>
    <message>
        <source>%1 could not be reached.</source>
        <translation>%1 war nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check your internet connection, VPN and proxy, then try again.</source>
        <translation>Prüfen Sie Internetverbindung, VPN und Proxy und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this computer&apos;s date, and whether a virus scanner or a company proxy opens secure connections; ask who looks after your network.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie das Datum dieses Computers und ob ein Virenscanner oder ein Firmen-Proxy sichere Verbindungen öffnet; fragen Sie die Person, die Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>You, or who looks after your network, can do this.</source>
        <translation>Das können Sie tun oder die Person, die Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>Something that was entered or read cannot be used.</source>
        <translation>Etwas Eingegebenes oder Gelesenes ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check it and try again. The details say what it was.</source>
        <translation>Prüfen Sie es und versuchen Sie es noch einmal. Die Details sagen, was es war.</translation>
    </message>
    <message>
        <source>Another program uses the addresses to which the browser would bring the answer.</source>
        <translation>Ein anderes Programm belegt die Adressen, an die der Browser die Antwort bringen würde.</translation>
    </message>
    <message>
        <source>Close other windows of TokenDesk and other programs that listen on these ports, then try again. The details name the ports.</source>
        <translation>Schließen Sie andere Fenster von TokenDesk und andere Programme, die an diesen Ports lauschen, und versuchen Sie es dann noch einmal. Die Details nennen die Ports.</translation>
    </message>
    <message>
        <source>Your computer&apos;s keychain does not answer or would not keep a secret.</source>
        <translation>Der Schlüsselbund Ihres Computers antwortet nicht oder nimmt nichts an.</translation>
    </message>
    <message>
        <source>Start or unlock the keychain (on Linux: GNOME Keyring, KWallet or KeePassXC), then try again.</source>
        <translation>Starten oder entsperren Sie den Schlüsselbund (unter Linux: GNOME-Schlüsselbund, KWallet oder KeePassXC) und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Your keychain is locked.</source>
        <translation>Ihr Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it with its password, which often is the one you log in with, then try again.</source>
        <translation>Entsperren Sie ihn mit seinem Passwort, das oft Ihr Anmeldepasswort ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>A file of TokenDesk could not be read or written.</source>
        <translation>Eine Datei von TokenDesk ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that you may write to your own folder, then try again.</source>
        <translation>Prüfen Sie, ob die Festplatte noch Platz hat und ob Sie in Ihren eigenen Ordner schreiben dürfen, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The account&apos;s owner can do this.</source>
        <translation>Das kann die Person tun, der das Konto gehört.</translation>
    </message>
    <message>
        <source>The owner of the app invites, the account&apos;s owner accepts.</source>
        <translation>Der Besitzer der App lädt ein, die Person mit dem Konto nimmt an.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in einer Minute noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %n Minuten noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refused it.</source>
        <translation>%1 hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Beginnen Sie neu, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>The browser is signed in as %1, and this is about %2.</source>
        <translation>Im Browser ist %1 angemeldet, hier geht es aber um %2.</translation>
    </message>
    <message>
        <source>Sign in at %1 in the browser as %2, then try again. To connect %3 as well, connect it as another account.</source>
        <translation>Melden Sie sich im Browser bei %1 als %2 an, und versuchen Sie es dann noch einmal. Um auch %3 zu verbinden, verbinden Sie es als weiteres Konto.</translation>
    </message>
    <message>
        <source>Your accounts were last used with a newer version of TokenDesk.</source>
        <translation>Ihre Konten wurden zuletzt mit einer neueren Version von TokenDesk benutzt.</translation>
    </message>
    <message>
        <source>Start that version. This one has changed nothing.</source>
        <translation>Starten Sie jene Version. Diese hat nichts verändert.</translation>
    </message>
    <message>
        <source>The file with your accounts is damaged.</source>
        <translation>Die Datei mit Ihren Konten ist beschädigt.</translation>
    </message>
    <message>
        <source>Start TokenDesk again: it sets the file aside and finds your accounts in the keychain.</source>
        <translation>Starten Sie TokenDesk neu: Es legt die Datei beiseite und findet Ihre Konten im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Make room, then try again. Nothing was lost.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es dann noch einmal. Es ist nichts verloren gegangen.</translation>
    </message>
    <message>
        <source>Your system&apos;s scheduler does not answer or refused.</source>
        <translation>Die Aufgabenplanung Ihres Systems antwortet nicht oder hat abgelehnt.</translation>
    </message>
    <message>
        <source>Set the schedule up by hand, as the README shows, or log out, log in and try again.</source>
        <translation>Richten Sie den Zeitplan von Hand ein, wie es die README zeigt, oder melden Sie sich am Rechner ab und wieder an und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 signed in at %2, but %3 was not among what they allowed.</source>
        <translation>%1 hat sich bei %2 angemeldet, aber %3 war nicht unter dem, was erlaubt wurde.</translation>
    </message>
    <message>
        <source>Try again and tick %1 on the consent page. Where it does not stand there, an administrator of the Page has to give you a role on it.</source>
        <translation>Versuchen Sie es noch einmal und wählen Sie %1 auf der Zustimmungsseite aus. Steht es dort nicht, muss ein Administrator der Seite Ihnen eine Rolle darauf geben.</translation>
    </message>
    <message>
        <source>To ask the support of %1 about it, give them this: %2</source>
        <translation>Um den Support von %1 danach zu fragen, nennen Sie ihm dies: %2</translation>
    </message>
    <message>
        <source>You, or your developer, can do this.</source>
        <translation>Das können Sie tun oder wer für Sie programmiert.</translation>
    </message>
    <message>
        <source>An administrator of the Page can do this.</source>
        <translation>Das kann ein Administrator der Seite tun.</translation>
    </message>
    <message>
        <source>%1 gave no answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, tell who runs that broker for your organisation.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es dabei, sagen Sie es denen, die diesen Vermittler für Ihre Organisation betreiben.</translation>
    </message>
    <message>
        <source>%1, which keeps the app secret, refused the app.</source>
        <translation>%1 bewahrt den App-Geheimcode auf und hat die App abgelehnt.</translation>
    </message>
    <message>
        <source>Tell who runs that broker for your organisation; the details hold what it answered.</source>
        <translation>Sagen Sie es denen, die diesen Vermittler für Ihre Organisation betreiben; in den Einzelheiten steht, was er geantwortet hat.</translation>
    </message>
    <message>
        <source>Only they can do this.</source>
        <translation>Nur sie können das.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What happened. What to do.
----------
What happened and what to do. What to give the support.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 wants the app secret for this, and it is not kept here.</source>
        <translation>%1 verlangt dafür den App-Geheimcode, und der wird hier nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Keep the secret of the app in “Your apps”, then try again.</source>
        <translation>Bewahren Sie den Geheimcode der App unter „Ihre Apps“ auf, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This takes the app secret, and %1 keeps that.</source>
        <translation>Das verlangt den App-Geheimcode, und den bewahrt %1 auf.</translation>
    </message>
    <message>
        <source>Ask who runs that broker for your organisation to do it.</source>
        <translation>Bitten Sie die darum, die diesen Vermittler für Ihre Organisation betreiben.</translation>
    </message>
</context>
<context>
    <name>ForgetCommand</name>
    <message>
        <source>Another TokenDesk is at work (%1). Close it, or wait until it is done.</source>
        <translation>Ein anderes TokenDesk ist am Werk (%1). Schließen Sie es, oder warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it, then run this again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, und rufen Sie dies dann noch einmal auf.</translation>
    </message>
    <message>
        <source>No keychain answers. Start it, then run this again; --without-keychain forgets the rest.</source>
        <translation>Kein Schlüsselbund antwortet. Starten Sie ihn, und rufen Sie dies dann noch einmal auf; --without-keychain vergisst den Rest.</translation>
    </message>
    <message>
        <source>The schedule is still there: %1</source>
        <translation>Der Zeitplan ist noch da: %1</translation>
    </message>
    <message>
        <source>The start at login is still there: %1</source>
        <translation>Der Start bei der Anmeldung ist noch da: %1</translation>
    </message>
    <message>
        <source>Browsers still trust the sign-in page: %1</source>
        <translation>Browser vertrauen der Anmeldeseite noch: %1</translation>
    </message>
    <message>
        <source>The settings could not be removed.</source>
        <translation>Die Einstellungen ließen sich nicht entfernen.</translation>
    </message>
    <message>
        <source>A file could not be removed: %1</source>
        <translation>Eine Datei ließ sich nicht entfernen: %1</translation>
    </message>
    <message>
        <source>Everything is forgotten.</source>
        <translation>Alles ist vergessen.</translation>
    </message>
    <message>
        <source>All of it, there is no less.</source>
        <translation>Alles; weniger gibt es nicht.</translation>
    </message>
    <message>
        <source>Do it, without a question.</source>
        <translation>Es tun, ohne zu fragen.</translation>
    </message>
    <message>
        <source>All but the keychain&apos;s items, where no keychain answers.</source>
        <translation>Alles außer den Einträgen des Schlüsselbunds, wo keiner antwortet.</translation>
    </message>
    <message>
        <source>Removes what TokenDesk has put on this computer for you: accounts and history, every item of the keychain, settings, provider files and certificates, the schedule, the start at login, and the browsers&apos; trust in the sign-in page. It revokes nothing: tokens that somebody has a copy of work on until they end. Ends with 0 where all of it is gone, with 2 where something is left.</source>
        <translation>Entfernt, was TokenDesk für Sie auf diesem Computer abgelegt hat: Konten und Verlauf, jeden Eintrag im Schlüsselbund, Einstellungen, Anbieterdateien und Zertifikate, den Zeitplan, den Start bei der Anmeldung und das Vertrauen der Browser in die Anmeldeseite. Es widerruft nichts: Tokens, von denen jemand eine Kopie hat, gelten weiter, bis sie enden. Endet mit 0, wenn alles fort ist, mit 2, wenn etwas übrig ist.</translation>
    </message>
    <message>
        <source>Nothing was done. This cannot be undone and revokes nothing; say --everything and --yes for it.</source>
        <translation>Es wurde nichts getan. Dies lässt sich nicht zurücknehmen und widerruft nichts; geben Sie dafür --everything und --yes an.</translation>
    </message>
</context>
<context>
    <name>KnownError</name>
    <message>
        <source>The app secret does not fit the app.</source>
        <translation>Der App-Geheimcode passt nicht zur App.</translation>
    </message>
    <message>
        <source>Copy the Instagram app secret again; it stands beside the Instagram app id. The Meta app secret is another one.</source>
        <translation>Kopieren Sie den Instagram-App-Geheimcode noch einmal; er steht neben der Instagram-App-ID. Der Meta-App-Geheimcode ist ein anderer.</translation>
    </message>
    <message>
        <source>Copy the app secret again; it stands beside the app id under App settings, Basic.</source>
        <translation>Kopieren Sie den App-Geheimcode noch einmal; er steht neben der App-ID unter App-Einstellungen, Allgemeines.</translation>
    </message>
    <message>
        <source>The app wants each request to be signed with its app secret, and this one was not.</source>
        <translation>Die App verlangt, dass jede Anfrage mit ihrem App-Geheimcode unterschrieben ist; diese war es nicht.</translation>
    </message>
    <message>
        <source>%1 does not know this app id.</source>
        <translation>%1 kennt diese App-ID nicht.</translation>
    </message>
    <message>
        <source>Copy the Instagram app id from the dashboard, under “API setup with Instagram login”. The Meta app id under Settings, Basic is another one.</source>
        <translation>Kopieren Sie die Instagram-App-ID aus dem Dashboard, unter „API setup with Instagram login“. Die Meta-App-ID unter „Settings“, „Basic“ ist eine andere.</translation>
    </message>
    <message>
        <source>Copy the app id from the dashboard, under App settings, Basic.</source>
        <translation>Kopieren Sie die App-ID aus dem Dashboard, unter App-Einstellungen, Allgemeines.</translation>
    </message>
    <message>
        <source>%1 lets only the app&apos;s own testers sign in, and this account is none yet.</source>
        <translation>%1 lässt nur die Tester der App hinein, und dieses Konto gehört noch nicht dazu.</translation>
    </message>
    <message>
        <source>In the app&apos;s dashboard under App roles add the account as “Instagram Tester”, then accept the invitation at Instagram: Settings, Apps and websites, Tester invites. Or have Meta review the app.</source>
        <translation>Fügen Sie das Konto im Dashboard der App unter „App roles“ als „Instagram Tester“ hinzu und nehmen Sie die Einladung bei Instagram an: Einstellungen, Apps und Websites, Testereinladungen. Oder lassen Sie die App von Meta prüfen.</translation>
    </message>
    <message>
        <source>In the app&apos;s dashboard under App roles add this person. Or have Meta review the app.</source>
        <translation>Fügen Sie diese Person im Dashboard der App unter App-Rollen hinzu. Oder lassen Sie die App von Meta prüfen.</translation>
    </message>
    <message>
        <source>The redirect address is not registered at the app exactly like this.</source>
        <translation>Die Weiterleitungsadresse ist bei der App nicht genau so eingetragen.</translation>
    </message>
    <message>
        <source>In the dashboard under Business login settings, enter each address as “Your app” shows it: https, port and last slash included. Changes take some minutes.</source>
        <translation>Tragen Sie im Dashboard unter „Business login settings“ jede Adresse so ein, wie „Ihre App“ sie zeigt: mit https, Port und letztem Schrägstrich. Änderungen brauchen einige Minuten.</translation>
    </message>
    <message>
        <source>In the dashboard under Facebook Login, Settings, enter each address as “Your app” shows it: https, port and last slash included. Changes take some minutes.</source>
        <translation>Tragen Sie im Dashboard unter Facebook Login, Einstellungen, jede Adresse so ein, wie „Ihre App“ sie zeigt: mit https, Port und letztem Schrägstrich. Änderungen brauchen einige Minuten.</translation>
    </message>
    <message>
        <source>The permission “instagram_business_content_publishing” does not exist; Meta&apos;s own page spells it so by mistake.</source>
        <translation>Die Berechtigung „instagram_business_content_publishing“ gibt es nicht; eine Seite von Meta selbst schreibt sie versehentlich so.</translation>
    </message>
    <message>
        <source>Ask for “instagram_business_content_publish” instead.</source>
        <translation>Fragen Sie stattdessen nach „instagram_business_content_publish“.</translation>
    </message>
    <message>
        <source>This asks for permissions of the first Instagram API, which ended on 29 June 2020.</source>
        <translation>Das fragt nach Berechtigungen der ersten Instagram-API, die am 29. Juni 2020 geendet hat.</translation>
    </message>
    <message>
        <source>Connect the account by signing in with Instagram Login, whose permissions begin with “instagram_business_”. It has to be a professional account.</source>
        <translation>Verbinden Sie das Konto, indem Sie sich mit Instagram Login anmelden; dessen Berechtigungen beginnen mit „instagram_business_“. Es muss ein professionelles Konto sein.</translation>
    </message>
    <message>
        <source>This asks for permissions of Instagram Basic Display, which ended on 4 December 2024.</source>
        <translation>Das fragt nach Berechtigungen von Instagram Basic Display, das am 4. Dezember 2024 geendet hat.</translation>
    </message>
    <message>
        <source>Connect the account by signing in with Instagram Login. It has to be a professional account; nothing replaces it for personal ones.</source>
        <translation>Verbinden Sie das Konto, indem Sie sich mit Instagram Login anmelden. Es muss ein professionelles Konto sein; für private gibt es keinen Ersatz.</translation>
    </message>
    <message>
        <source>This asks for permissions by names that ended on 27 January 2025.</source>
        <translation>Das fragt nach Berechtigungen mit Namen, die seit dem 27. Januar 2025 nicht mehr gelten.</translation>
    </message>
    <message>
        <source>Use the names that begin with “instagram_business_”; TokenDesk does.</source>
        <translation>Nehmen Sie die Namen, die mit „instagram_business_“ beginnen; TokenDesk tut es.</translation>
    </message>
    <message>
        <source>Posting as a person on Facebook ended in 2018.</source>
        <translation>Als Person auf Facebook zu posten hat 2018 geendet.</translation>
    </message>
    <message>
        <source>Nothing replaces it. Post as a Page instead.</source>
        <translation>Es gibt keinen Ersatz. Posten Sie stattdessen als Seite.</translation>
    </message>
    <message>
        <source>This asks for Page permissions by names that ended in 2020.</source>
        <translation>Das fragt nach Berechtigungen für Seiten mit Namen, die seit 2020 nicht mehr gelten.</translation>
    </message>
    <message>
        <source>Use the names that begin with “pages_”; TokenDesk does.</source>
        <translation>Nehmen Sie die Namen, die mit „pages_“ beginnen; TokenDesk tut es.</translation>
    </message>
    <message>
        <source>This asks for a token without an end, and none has been given for the asking since 2012.</source>
        <translation>Das fragt nach einem Token ohne Ende; seit 2012 wird keines mehr auf Wunsch ausgegeben.</translation>
    </message>
    <message>
        <source>Leave “offline_access” out; TokenDesk extends and renews tokens instead.</source>
        <translation>Lassen Sie „offline_access“ weg; TokenDesk verlängert und erneuert Token stattdessen.</translation>
    </message>
    <message>
        <source>The app may not ask for one of these permissions.</source>
        <translation>Die App darf eine dieser Berechtigungen nicht verlangen.</translation>
    </message>
    <message>
        <source>Tick fewer, or add the permission to the app in the dashboard.</source>
        <translation>Wählen Sie weniger aus oder fügen Sie die Berechtigung im Dashboard zur App hinzu.</translation>
    </message>
    <message>
        <source>The app uses Facebook Login for Business, which wants a configuration or a permission that it knows.</source>
        <translation>Die App benutzt Facebook Login for Business; das verlangt eine Konfiguration oder eine Berechtigung, die es kennt.</translation>
    </message>
    <message>
        <source>Facebook lists no Page for this person.</source>
        <translation>Facebook nennt für diese Person keine Seite.</translation>
    </message>
    <message>
        <source>The Instagram account has to be a professional one and linked to a Page; sign in again and tick that Page on the consent page. Where a business portfolio owns the Page, the permission “business_management” is needed too.</source>
        <translation>Das Instagram-Konto muss ein professionelles und mit einer Seite verknüpft sein; melden Sie sich neu an und haken Sie diese Seite auf der Zustimmungsseite an. Gehört die Seite einem Business-Portfolio, ist auch die Berechtigung „business_management“ nötig.</translation>
    </message>
    <message>
        <source>%1 gives no token straight from the consent page any more.</source>
        <translation>%1 gibt keine Token mehr unmittelbar auf der Zustimmungsseite aus.</translation>
    </message>
    <message>
        <source>Ask for a code (response_type=code) and exchange it for a token, as TokenDesk does.</source>
        <translation>Fragen Sie nach einem Code (response_type=code) und tauschen Sie ihn gegen ein Token, wie TokenDesk es tut.</translation>
    </message>
    <message>
        <source>The password was changed, so %1 ended the token.</source>
        <translation>Das Passwort wurde geändert, deshalb hat %1 das Token beendet.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The token has run out.</source>
        <translation>Das Token ist abgelaufen.</translation>
    </message>
    <message>
        <source>The account&apos;s owner took the app&apos;s access away.</source>
        <translation>Die Person, der das Konto gehört, hat der App den Zugriff entzogen.</translation>
    </message>
    <message>
        <source>%1 wants the account&apos;s owner to pass a security check.</source>
        <translation>%1 verlangt von der Person, der das Konto gehört, eine Sicherheitsprüfung.</translation>
    </message>
    <message>
        <source>Sign in at %1 itself, do what it asks, then try again.</source>
        <translation>Melden Sie sich direkt bei %1 an, tun Sie, was dort verlangt wird, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The account is not confirmed at %1.</source>
        <translation>Das Konto ist bei %1 nicht bestätigt.</translation>
    </message>
    <message>
        <source>Confirm the account&apos;s e-mail address or telephone number at %1, then try again.</source>
        <translation>Bestätigen Sie bei %1 die E-Mail-Adresse oder Telefonnummer des Kontos und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot read this token.</source>
        <translation>%1 kann dieses Token nicht lesen.</translation>
    </message>
    <message>
        <source>It belongs to another service, or a part of it is missing. Sign in again.</source>
        <translation>Es gehört zu einem anderen Dienst, oder ein Teil davon fehlt. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The token is damaged: %1 cannot read it.</source>
        <translation>Das Token ist beschädigt: %1 kann es nicht lesen.</translation>
    </message>
    <message>
        <source>Copy it again, from its first character to its last, or sign in again.</source>
        <translation>Kopieren Sie es noch einmal, vom ersten bis zum letzten Zeichen, oder melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>No token arrived at %1.</source>
        <translation>Bei %1 ist kein Token angekommen.</translation>
    </message>
    <message>
        <source>It is missing, or a part of it is missing. Copy it again, from its first character to its last, or sign in again.</source>
        <translation>Es fehlt ganz oder zum Teil. Kopieren Sie es noch einmal, vom ersten bis zum letzten Zeichen, oder melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>%1 says that this sign-in was used before or is too old.</source>
        <translation>%1 sagt, dass diese Anmeldung schon benutzt wurde oder zu alt ist.</translation>
    </message>
    <message>
        <source>Try again; the browser gets a fresh one.</source>
        <translation>Versuchen Sie es noch einmal; der Browser bekommt eine neue.</translation>
    </message>
    <message>
        <source>The token is not a day old yet, and %1 renews none before.</source>
        <translation>Das Token ist noch keinen Tag alt, und vorher erneuert %1 keines.</translation>
    </message>
    <message>
        <source>TokenDesk renews it by itself once it is a day old.</source>
        <translation>TokenDesk erneuert es von selbst, sobald es einen Tag alt ist.</translation>
    </message>
    <message>
        <source>%1 was asked too often and wants a pause.</source>
        <translation>%1 wurde zu oft gefragt und braucht eine Pause.</translation>
    </message>
    <message>
        <source>Try again in an hour.</source>
        <translation>Versuchen Sie es in einer Stunde noch einmal.</translation>
    </message>
    <message>
        <source>All who use this app together have asked %1 too often.</source>
        <translation>Alle, die diese App benutzen, haben %1 zusammen zu oft gefragt.</translation>
    </message>
    <message>
        <source>%1 was asked too often on behalf of this account.</source>
        <translation>%1 wurde für dieses Konto zu oft gefragt.</translation>
    </message>
    <message>
        <source>%1 was asked too often on behalf of this Page.</source>
        <translation>%1 wurde für diese Seite zu oft gefragt.</translation>
    </message>
    <message>
        <source>This one thing was asked of %1 too often.</source>
        <translation>Nach dieser einen Sache wurde %1 zu oft gefragt.</translation>
    </message>
    <message>
        <source>A business use of %1, such as ads, messages or a catalogue, has reached its limit.</source>
        <translation>Eine geschäftliche Nutzung von %1, etwa Anzeigen, Nachrichten oder ein Katalog, hat ihre Grenze erreicht.</translation>
    </message>
    <message>
        <source>The account has published as much as %1 allows in a day.</source>
        <translation>Das Konto hat so viel veröffentlicht, wie %1 an einem Tag erlaubt.</translation>
    </message>
    <message>
        <source>Publish again in 24 hours.</source>
        <translation>Veröffentlichen Sie in 24 Stunden wieder.</translation>
    </message>
    <message>
        <source>%1 has blocked this for a while because it looked like a breach of its rules.</source>
        <translation>%1 hat das eine Zeit lang gesperrt, weil es nach einem Verstoß gegen die Regeln aussah.</translation>
    </message>
    <message>
        <source>Wait, and look at the account&apos;s status in the Instagram app, or at Account Quality at Facebook.</source>
        <translation>Warten Sie, und sehen Sie in der Instagram-App nach dem Kontostatus oder bei Facebook nach der Kontoqualität.</translation>
    </message>
    <message>
        <source>The app has reached a limit at %1 for the moment.</source>
        <translation>Die App hat bei %1 im Augenblick eine Grenze erreicht.</translation>
    </message>
    <message>
        <source>Nothing is wrong here. Try again in a few minutes.</source>
        <translation>Hier ist nichts falsch. Versuchen Sie es in ein paar Minuten noch einmal.</translation>
    </message>
    <message>
        <source>%1 had a failure that it does not explain.</source>
        <translation>Bei %1 ist etwas misslungen, das es nicht erklärt.</translation>
    </message>
    <message>
        <source>Try again in a few minutes. If it stays so, check the app secret.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal. Bleibt es so, prüfen Sie den App-Geheimcode.</translation>
    </message>
    <message>
        <source>%1 has trouble at the moment.</source>
        <translation>%1 hat gerade Schwierigkeiten.</translation>
    </message>
    <message>
        <source>The app may not do this: a product that it takes is missing.</source>
        <translation>Die App darf das nicht: Ihr fehlt ein Produkt, das dazu nötig ist.</translation>
    </message>
    <message>
        <source>Add the product to the app in the dashboard, under Use cases.</source>
        <translation>Fügen Sie der App das Produkt im Dashboard unter Anwendungsfälle hinzu.</translation>
    </message>
    <message>
        <source>The token lacks a permission for this.</source>
        <translation>Dem Token fehlt dafür eine Berechtigung.</translation>
    </message>
    <message>
        <source>Sign in again and tick the permission; its owner has to allow it on the consent page.</source>
        <translation>Melden Sie sich neu an und wählen Sie die Berechtigung aus; auf der Zustimmungsseite muss sie erlaubt werden.</translation>
    </message>
    <message>
        <source>The token lacks a permission for this: it was declined, or Meta has not reviewed the app for it.</source>
        <translation>Dem Token fehlt dafür eine Berechtigung: Sie wurde abgelehnt, oder Meta hat die App dafür nicht geprüft.</translation>
    </message>
    <message>
        <source>Sign in again and tick the permission. Where it stays so, the app&apos;s owner has Meta review the app for it.</source>
        <translation>Melden Sie sich neu an und haken Sie die Berechtigung an. Bleibt es so, lässt der Besitzer der App sie von Meta dafür prüfen.</translation>
    </message>
    <message>
        <source>What was asked for does not exist at %1, or this token may not see it.</source>
        <translation>Wonach gefragt wurde, gibt es bei %1 nicht, oder dieses Token darf es nicht sehen.</translation>
    </message>
    <message>
        <source>Most often the number is another one: take the account&apos;s “user_id”, which begins with 17841, or the account that is linked to the Page.</source>
        <translation>Meistens ist es eine andere Nummer: Nehmen Sie die „user_id“ des Kontos, die mit 17841 beginnt, oder das Konto, das mit der Seite verknüpft ist.</translation>
    </message>
    <message>
        <source>Access was not given on the other device.</source>
        <translation>Der Zugriff wurde auf dem anderen Gerät nicht erlaubt.</translation>
    </message>
    <message>
        <source>Try again and choose “Allow” on the page of %1.</source>
        <translation>Versuchen Sie es noch einmal und wählen Sie auf der Seite von %1 „Zulassen“.</translation>
    </message>
    <message>
        <source>%1 did not take something in the request.</source>
        <translation>%1 hat etwas in der Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>The details say what it is about. Compare app id, app secret and redirect addresses with the app&apos;s dashboard.</source>
        <translation>Worum es geht, steht in den Einzelheiten. Vergleichen Sie App-ID, App-Geheimcode und Weiterleitungsadressen mit dem Dashboard der App.</translation>
    </message>
    <message>
        <source>The app was removed and allowed anew, which ended the old token.</source>
        <translation>Die App wurde entfernt und neu erlaubt; damit endete der alte Token.</translation>
    </message>
    <message>
        <source>%1 or the app itself has ended the token.</source>
        <translation>%1 oder die App selbst hat das Token beendet.</translation>
    </message>
    <message>
        <source>The account&apos;s owner logged out of %1, which ended the token.</source>
        <translation>Der Besitzer des Kontos hat sich bei %1 abgemeldet; damit endete das Token.</translation>
    </message>
    <message>
        <source>The token was not used for so long that %1 ended it.</source>
        <translation>Das Token wurde so lange nicht benutzt, dass %1 es beendet hat.</translation>
    </message>
    <message>
        <source>The person has no role on this Page any more.</source>
        <translation>Die Person hat auf dieser Seite keine Rolle mehr.</translation>
    </message>
    <message>
        <source>Have an administrator of the Page give the role back, then sign in again.</source>
        <translation>Lassen Sie sich die Rolle von einem Administrator der Seite zurückgeben und melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>%1 does not know this token; such answers come to tokens of the first Instagram API, which ended on 29 June 2020.</source>
        <translation>%1 kennt dieses Token nicht; so wird auf Tokens der ersten Instagram-API geantwortet, die am 29. Juni 2020 geendet hat.</translation>
    </message>
    <message>
        <source>Connect the account by signing in with Instagram Login. It has to be a professional account.</source>
        <translation>Verbinden Sie das Konto, indem Sie sich mit Instagram Login anmelden. Es muss ein professionelles Konto sein.</translation>
    </message>
    <message>
        <source>The sign-in at %1 that this token came from is over.</source>
        <translation>Die Anmeldung bei %1, aus der dieses Token stammt, ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 refused the token.</source>
        <translation>%1 hat das Token abgelehnt.</translation>
    </message>
    <message>
        <source>Sign in again. The details hold the reason it gave.</source>
        <translation>Melden Sie sich neu an. Die Details enthalten den angegebenen Grund.</translation>
    </message>
    <message>
        <source>%1 says that what this sign-in or renewal rests on is used up, too old or taken back.</source>
        <translation>%1 sagt, dass das, worauf diese Anmeldung oder Erneuerung beruht, verbraucht, zu alt oder zurückgenommen ist.</translation>
    </message>
    <message>
        <source>%1 refused it.</source>
        <translation>%1 hat es abgelehnt.</translation>
    </message>
    <message>
        <source>%1 wants the app&apos;s access to the account&apos;s data confirmed again.</source>
        <translation>%1 möchte den Zugriff der App auf die Daten des Kontos neu bestätigt haben.</translation>
    </message>
    <message>
        <source>Exactly this was posted before.</source>
        <translation>Genau das wurde schon gepostet.</translation>
    </message>
    <message>
        <source>Change the text and post again.</source>
        <translation>Ändern Sie den Text und posten Sie noch einmal.</translation>
    </message>
    <message>
        <source>%1 could not post the link.</source>
        <translation>%1 konnte den Link nicht posten.</translation>
    </message>
    <message>
        <source>Check that the address is right and that anybody can open it.</source>
        <translation>Prüfen Sie, ob die Adresse stimmt und von allen geöffnet werden kann.</translation>
    </message>
    <message>
        <source>%1 does not take this client token, or the app may not sign in on other devices.</source>
        <translation>%1 nimmt dieses Client-Token nicht an, oder die App darf auf anderen Geräten nicht anmelden.</translation>
    </message>
    <message>
        <source>Copy the client token from the dashboard, under App settings, Advanced, Security, and switch on “Login from Devices” under Facebook Login, Settings.</source>
        <translation>Kopieren Sie das Client-Token aus dem Dashboard unter App-Einstellungen, Erweitert, Sicherheit, und schalten Sie unter Facebook Login, Einstellungen „Anmeldung von Geräten“ ein.</translation>
    </message>
    <message>
        <source>Another server answered than the one of %1.</source>
        <translation>Ein anderer Server als der von %1 hat geantwortet.</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Try again; if it stays so, compare “issuer” in the provider&apos;s file with what the server calls itself.</source>
        <translation>Ihm wurde nichts gesendet. Versuchen Sie es noch einmal; wenn es so bleibt, vergleichen Sie „issuer“ in der Datei des Anbieters mit dem Namen, den der Server sich selbst gibt.</translation>
    </message>
    <message>
        <source>%1 refused the app.</source>
        <translation>%1 hat die App abgelehnt.</translation>
    </message>
    <message>
        <source>Compare app id, app secret and redirect addresses with the app&apos;s dashboard.</source>
        <translation>Vergleichen Sie App-ID, App-Geheimcode und Weiterleitungsadressen mit dem Dashboard der App.</translation>
    </message>
    <message>
        <source>Access was not given on the consent page.</source>
        <translation>Auf der Zustimmungsseite wurde der Zugriff nicht erlaubt.</translation>
    </message>
    <message>
        <source>%1 gave an answer that cannot be understood.</source>
        <translation>%1 hat eine unverständliche Antwort gegeben.</translation>
    </message>
    <message>
        <source>Try again. If it stays so, a proxy or a sign-in page of your network may stand in between.</source>
        <translation>Versuchen Sie es noch einmal. Bleibt es dabei, steht vielleicht ein Proxy oder eine Anmeldeseite Ihres Netzwerks dazwischen.</translation>
    </message>
    <message>
        <source>%1 lets nobody sign in within the window of another program.</source>
        <translation>%1 lässt niemanden sich im Fenster eines anderen Programms anmelden.</translation>
    </message>
    <message>
        <source>Sign in in your own browser, as TokenDesk has you do.</source>
        <translation>Melden Sie sich in Ihrem eigenen Browser an, wie es bei TokenDesk geschieht.</translation>
    </message>
    <message>
        <source>%1 does not know the address that was asked.</source>
        <translation>%1 kennt die gefragte Adresse nicht.</translation>
    </message>
    <message>
        <source>Compare it with Meta&apos;s reference; the version in it, such as v25.0, has to exist.</source>
        <translation>Vergleichen Sie sie mit Metas Referenz; die Version darin, etwa v25.0, muss es geben.</translation>
    </message>
    <message>
        <source>%1 noticed an unusual number of requests and wants a pause.</source>
        <translation>%1 hat ungewöhnlich viele Anfragen bemerkt und braucht eine Pause.</translation>
    </message>
    <message>
        <source>Try again in an hour. If it comes again, look for a script that asks in a loop.</source>
        <translation>Versuchen Sie es in einer Stunde noch einmal. Kommt es wieder, suchen Sie nach einem Skript, das in einer Schleife fragt.</translation>
    </message>
    <message>
        <source>The person may not do this on the Page: the role there lacks the task for it.</source>
        <translation>Die Person darf das auf der Seite nicht: Ihrer Rolle dort fehlt die Aufgabe dafür.</translation>
    </message>
    <message>
        <source>Have an administrator of the Page give this person the task, such as content, messages or insights, in the Page&apos;s settings under Page access. Then sign in again.</source>
        <translation>Lassen Sie einen Administrator der Seite dieser Person in den Einstellungen der Seite unter „Seitenzugriff“ die Aufgabe geben, etwa Inhalte, Nachrichten oder Statistiken. Melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>The code for the other device has run out.</source>
        <translation>Der Code für das andere Gerät ist abgelaufen.</translation>
    </message>
    <message>
        <source>Get a new code and enter it within a few minutes.</source>
        <translation>Holen Sie einen neuen Code und geben Sie ihn innerhalb weniger Minuten ein.</translation>
    </message>
    <message>
        <source>Keep the app secret with “Your app” in TokenDesk, or switch “Require app secret” off in the dashboard, under App settings, Advanced. Where a broker keeps the secret, only the latter helps.</source>
        <translation>Lassen Sie TokenDesk unter „Ihre App“ den App-Geheimcode behalten, oder schalten Sie im Dashboard unter App-Einstellungen, Erweitert „App-Geheimcode verlangen“ aus. Wo ein Vermittler den Geheimcode aufbewahrt, hilft nur das Zweite.</translation>
    </message>
    <message>
        <source>%1 takes only an address with https for this app, and this one has http.</source>
        <translation>%1 nimmt für diese App nur eine Adresse mit https, und diese hat http.</translation>
    </message>
    <message>
        <source>In “Your apps” change the app&apos;s address to one that begins with https://localhost, and register that in the dashboard.</source>
        <translation>Ändern Sie unter „Ihre Apps“ die Adresse der App in eine, die mit https://localhost beginnt, und tragen Sie diese im Dashboard ein.</translation>
    </message>
    <message>
        <source>In the dashboard under Facebook Login for Business, Configurations, make one with the permissions that the app needs, and give its number (config_id) with the sign-in: in TokenDesk as “Configuration id”, below the permissions.</source>
        <translation>Legen Sie im Dashboard unter Facebook Login for Business, Konfigurationen eine mit den Berechtigungen an, die die App braucht, und geben Sie ihre Nummer (config_id) bei der Anmeldung mit: in TokenDesk als „Konfigurations-ID“ unter den Berechtigungen.</translation>
    </message>
</context>
<context>
    <name>NetworkText</name>
    <message>
        <source>You can do this.</source>
        <translation>Das können Sie tun.</translation>
    </message>
    <message>
        <source>You, or who looks after your network, can do this.</source>
        <translation>Das können Sie tun oder wer Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>%1 could not be reached through the proxy %2.</source>
        <translation>%1 war über den Proxy %2 nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Either the proxy is not there, or it does not let TokenDesk through to %1. Look at Preferences, Network, or ask who looks after your network.</source>
        <translation>Entweder gibt es den Proxy nicht, oder er lässt TokenDesk nicht zu %1 durch. Sehen Sie unter Einstellungen, Netzwerk nach, oder fragen Sie, wer Ihr Netzwerk betreut.</translation>
    </message>
    <message>
        <source>The connection to %1 is vouched for by “%2”, which this computer does not know.</source>
        <translation>Für die Verbindung zu %1 bürgt „%2“, und dieser Computer kennt diese Stelle nicht.</translation>
    </message>
    <message>
        <source>Nothing was sent. Where that is your company&apos;s own authority, get its certificate from who looks after your network and choose it in Preferences, Network. In a hotel or on a train, sign in to the network in your browser first.</source>
        <translation>Es wurde nichts gesendet. Ist das die eigene Zertifizierungsstelle Ihrer Firma, dann lassen Sie sich ihr Zertifikat von denen geben, die Ihr Netzwerk betreuen, und wählen es unter Einstellungen, Netzwerk. Im Hotel oder im Zug melden Sie sich zuerst im Browser beim Netzwerk an.</translation>
    </message>
    <message>
        <source>Something between this computer and %1 answered in its place.</source>
        <translation>Zwischen diesem Computer und %1 hat etwas anderes an dessen Stelle geantwortet.</translation>
    </message>
    <message>
        <source>Most often that is the sign-in page of a hotel&apos;s, train&apos;s or guest network: open any page in your browser, sign in there, then try again. It can be a company&apos;s proxy as well.</source>
        <translation>Meist ist das die Anmeldeseite eines Hotel-, Zug- oder Gastnetzes: Öffnen Sie irgendeine Seite im Browser, melden Sie sich dort an und versuchen Sie es dann noch einmal. Es kann auch der Proxy einer Firma sein.</translation>
    </message>
    <message>
        <source>The proxy %1 wants you to sign in.</source>
        <translation>Der Proxy %1 verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>Enter the user and the password that your company gave you for it.</source>
        <translation>Geben Sie Benutzer und Passwort ein, die Sie von Ihrer Firma dafür haben.</translation>
    </message>
    <message>
        <source>The proxy %1 did not take the user or the password.</source>
        <translation>Der Proxy %1 hat Benutzer oder Passwort nicht angenommen.</translation>
    </message>
    <message>
        <source>Enter them again. They often are those you log in to your computer with.</source>
        <translation>Geben Sie sie noch einmal ein. Oft sind es die, mit denen Sie sich am Computer anmelden.</translation>
    </message>
</context>
<context>
    <name>NoticeText</name>
    <message>
        <source>An answer came that was not this sign-in&apos;s, and was turned away.</source>
        <translation>Es kam eine Antwort, die nicht zu dieser Anmeldung gehört, und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Close old sign-in tabs. If it comes again, a page may be trying to sign you in to somebody else&apos;s account.</source>
        <translation>Schließen Sie alte Tabs mit Anmeldungen. Kommt sie wieder, versucht vielleicht eine Seite, Sie bei einem fremden Konto anzumelden.</translation>
    </message>
    <message>
        <source>A web page tried to reach the sign-in, and was turned away.</source>
        <translation>Eine Webseite wollte zur Anmeldung und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Close pages that you do not know, and sign in again.</source>
        <translation>Schließen Sie Seiten, die Sie nicht kennen, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Something on this computer knocked at the sign-in&apos;s door again and again, and was turned away.</source>
        <translation>Etwas auf diesem Rechner hat immer wieder bei der Anmeldung angeklopft und wurde abgewiesen.</translation>
    </message>
    <message>
        <source>If no scanner of yours does that, look which program it is.</source>
        <translation>Wenn das kein Scanner von Ihnen ist, sehen Sie nach, welches Programm es ist.</translation>
    </message>
    <message>
        <source>The token answers for %1, not for whom it was issued.</source>
        <translation>Das Token antwortet für %1, nicht für das Konto, dem es ausgestellt wurde.</translation>
    </message>
    <message>
        <source>Do not use it; sign in again.</source>
        <translation>Verwenden Sie es nicht; melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The permission %1 is gone.</source>
        <translation>Die Berechtigung %1 ist weg.</translation>
    </message>
    <message>
        <source>If nobody took it back on purpose, sign in again and allow it.</source>
        <translation>Wenn sie niemand mit Absicht entzogen hat, melden Sie sich neu an und erlauben Sie sie.</translation>
    </message>
    <message>
        <source>The secret of the app %1 is older than your rotation period.</source>
        <translation>Der Geheimcode der App %1 ist älter, als Sie es haben wollen.</translation>
    </message>
    <message>
        <source>Make a new one in its dashboard, and enter it under Tools, Your apps.</source>
        <translation>Erzeugen Sie in ihrem Dashboard einen neuen und tragen Sie ihn unter Extras, Ihre Apps ein.</translation>
    </message>
    <message>
        <source>The token is older than your rotation period.</source>
        <translation>Das Token ist älter, als Sie es haben wollen.</translation>
    </message>
    <message>
        <source>Sign in again, then revoke the old one.</source>
        <translation>Melden Sie sich neu an und widerrufen Sie dann das alte.</translation>
    </message>
    <message>
        <source>The token belongs to the app %1, not to the one that it was issued for.</source>
        <translation>Das Token gehört zur App %1, nicht zu der, für die es ausgestellt wurde.</translation>
    </message>
    <message>
        <source>Do not use it; sign in again. If nobody of yours knows that app, somebody may have put another token in its place.</source>
        <translation>Verwenden Sie es nicht; melden Sie sich erneut an. Wenn bei Ihnen niemand diese App kennt, hat vielleicht jemand ein anderes Token an seine Stelle gesetzt.</translation>
    </message>
    <message>
        <source>Another program uses this app: %1 % of the calls that it may make in an hour are used, more than TokenDesk has made.</source>
        <translation>Ein anderes Programm nutzt diese App: %1 % der Aufrufe, die sie in einer Stunde machen darf, sind verbraucht, mehr, als TokenDesk gemacht hat.</translation>
    </message>
    <message>
        <source>That is fine where it is a tool or another computer of yours. Otherwise make a new app secret in the app&apos;s dashboard, and enter it under Tools, Your apps.</source>
        <translation>Das ist in Ordnung, wenn es ein Werkzeug oder ein anderer Computer von Ihnen ist. Sonst erzeugen Sie im Dashboard der App einen neuen App-Geheimcode und tragen Sie ihn unter Extras, Ihre Apps ein.</translation>
    </message>
</context>
<context>
    <name>PathText</name>
    <message>
        <source>That is too long: at most 1000 characters.</source>
        <translation>Das ist zu lang: höchstens 1000 Zeichen.</translation>
    </message>
    <message>
        <source>The token goes to %1 and nowhere else. Type only what comes after it, such as /me.</source>
        <translation>Das Token geht an %1 und sonst nirgendwohin. Geben Sie nur ein, was danach kommt, zum Beispiel /me.</translation>
    </message>
    <message>
        <source>A path without “.” and “..”, please.</source>
        <translation>Bitte einen Pfad ohne „.“ und „..“.</translation>
    </message>
    <message>
        <source>A character is in it that belongs neither in a path nor in a query. In a query, write a space as %20.</source>
        <translation>Darin ist ein Zeichen, das weder in einen Pfad noch in eine Abfrage gehört. Schreiben Sie in einer Abfrage ein Leerzeichen als %20.</translation>
    </message>
    <message>
        <source>Leave token, secret and method out: TokenDesk adds the token itself, and only reads.</source>
        <translation>Lassen Sie Token, Geheimcode und Methode weg: TokenDesk fügt das Token selbst an, und es liest nur.</translation>
    </message>
    <message>
        <source>That gives out tokens or changes something. Here things are only read.</source>
        <translation>Das gibt Tokens aus oder ändert etwas. Hier wird nur gelesen.</translation>
    </message>
</context>
<context>
    <name>PracticeCommand</name>
    <message>
        <source>Listen on this port instead of any free one.</source>
        <translation>An diesem Port lauschen statt an irgendeinem freien.</translation>
    </message>
    <message>
        <source>Make this trouble; can be given several times.</source>
        <translation>Diese Störung erzeugen; mehrfach möglich.</translation>
    </message>
    <message>
        <source>Set the server&apos;s clock ahead.</source>
        <translation>Die Uhr des Servers vorstellen.</translation>
    </message>
    <message>
        <source>List the kinds of trouble and the endpoints, then end.</source>
        <translation>Die Arten von Störungen und die Endpunkte auflisten, dann enden.</translation>
    </message>
    <message>
        <source>Kinds of trouble: %1</source>
        <translation>Arten von Störungen: %1</translation>
    </message>
    <message>
        <source>Endpoints: %1</source>
        <translation>Endpunkte: %1</translation>
    </message>
    <message>
        <source>Port %1 is in use by another program.</source>
        <translation>Port %1 ist von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>Runs Practice, a stand-in for Instagram on this computer, until it is interrupted.</source>
        <translation>Startet Practice, einen Stellvertreter für Instagram auf diesem Computer, bis es unterbrochen wird.</translation>
    </message>
    <message>
        <source>“%1” is not a port number.</source>
        <translation>„%1“ ist keine Portnummer.</translation>
    </message>
    <message>
        <source>“%1” is not a number of seconds.</source>
        <translation>„%1“ ist keine Anzahl von Sekunden.</translation>
    </message>
    <message>
        <source>“%1” is not a kind of trouble; --list-faults shows all.</source>
        <translation>„%1“ ist keine Art von Störung; --list-faults zeigt alle.</translation>
    </message>
</context>
<context>
    <name>PracticeFacebookPages</name>
    <message>
        <source>Who are you today?</source>
        <translation>Wer sind Sie heute?</translation>
    </message>
    <message>
        <source>a Page of %1</source>
        <translation>eine Seite von %1</translation>
    </message>
    <message>
        <source>Which Pages may the app use?</source>
        <translation>Welche Seiten darf die App verwenden?</translation>
    </message>
    <message>
        <source>What may the app do?</source>
        <translation>Was darf die App?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>An app asks to use your Facebook account</source>
        <translation>Eine App möchte Ihr Facebook-Konto verwenden</translation>
    </message>
    <message>
        <source>Untick what you do not want to grant, then allow or cancel, as you would at Facebook.</source>
        <translation>Wählen Sie ab, was Sie nicht gewähren möchten, und lassen Sie dann zu oder brechen Sie ab, wie bei Facebook.</translation>
    </message>
    <message>
        <source>App %1. This page comes from a program on your computer; nothing leaves it.</source>
        <translation>App %1. Diese Seite kommt von einem Programm auf Ihrem Computer; nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Practice – allow an app?</source>
        <translation>Practice – eine App zulassen?</translation>
    </message>
    <message>
        <source>This request was refused</source>
        <translation>Diese Anfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>Facebook says the same on a page like this one and sends nothing back to the app. You can close this page.</source>
        <translation>Facebook sagt dasselbe auf einer Seite wie dieser und sendet der App nichts zurück. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Practice – refused</source>
        <translation>Practice – abgelehnt</translation>
    </message>
    <message>
        <source>This page is out of date</source>
        <translation>Diese Seite ist veraltet</translation>
    </message>
    <message>
        <source>Close it and start again from the program that opened it.</source>
        <translation>Schließen Sie sie und beginnen Sie neu in dem Programm, das sie geöffnet hat.</translation>
    </message>
    <message>
        <source>Practice – out of date</source>
        <translation>Practice – veraltet</translation>
    </message>
    <message>
        <source>The code %1 is not known or has run out. Compare it with what the program shows.</source>
        <translation>Der Code %1 ist nicht bekannt oder abgelaufen. Vergleichen Sie ihn mit dem, den das Programm zeigt.</translation>
    </message>
    <message>
        <source>Enter the code from your device</source>
        <translation>Geben Sie den Code von Ihrem Gerät ein</translation>
    </message>
    <message>
        <source>It is shown by the program that wants to sign in.</source>
        <translation>Ihn zeigt das Programm, das sich anmelden möchte.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Practice – enter a code</source>
        <translation>Practice – Code eingeben</translation>
    </message>
    <message>
        <source>Your device is signed in</source>
        <translation>Ihr Gerät ist angemeldet</translation>
    </message>
    <message>
        <source>Go back to the program that showed the code. You can close this page.</source>
        <translation>Kehren Sie zu dem Programm zurück, das den Code gezeigt hat. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Practice – signed in</source>
        <translation>Practice – angemeldet</translation>
    </message>
    <message>
        <source>The device gets no access</source>
        <translation>Das Gerät erhält keinen Zugriff</translation>
    </message>
    <message>
        <source>Nothing was allowed. You can close this page.</source>
        <translation>Es wurde nichts erlaubt. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Practice – not allowed</source>
        <translation>Practice – nicht erlaubt</translation>
    </message>
</context>
<context>
    <name>PracticePages</name>
    <message>
        <source>en</source>
        <comment>the code of the language this is translated to, such as de</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Practice – this is not Instagram</source>
        <translation>Practice – das ist nicht Instagram</translation>
    </message>
    <message>
        <source>See the profile and its media</source>
        <translation>Das Profil und seine Beiträge sehen</translation>
    </message>
    <message>
        <source>Publish posts, reels and stories</source>
        <translation>Beiträge, Reels und Storys veröffentlichen</translation>
    </message>
    <message>
        <source>Read and answer comments</source>
        <translation>Kommentare lesen und beantworten</translation>
    </message>
    <message>
        <source>Read and answer messages</source>
        <translation>Nachrichten lesen und beantworten</translation>
    </message>
    <message>
        <source>Read insights</source>
        <translation>Statistiken lesen</translation>
    </message>
    <message>
        <source>Who are you today?</source>
        <translation>Wer sind Sie heute?</translation>
    </message>
    <message>
        <source>always on</source>
        <translation>immer dabei</translation>
    </message>
    <message>
        <source>What may the app do?</source>
        <translation>Was darf die App?</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Zulassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>An app asks to use your account</source>
        <translation>Eine App möchte Ihr Konto benutzen</translation>
    </message>
    <message>
        <source>Untick what you do not want to grant, then allow or cancel, as you would at Instagram.</source>
        <translation>Nehmen Sie die Häkchen weg, wo Sie nichts erlauben möchten; dann lassen Sie zu oder brechen ab, wie bei Instagram.</translation>
    </message>
    <message>
        <source>App %1. This page comes from a program on your computer; nothing leaves it.</source>
        <translation>App %1. Diese Seite kommt von einem Programm auf Ihrem Computer; nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Practice – allow an app?</source>
        <translation>Practice – eine App zulassen?</translation>
    </message>
    <message>
        <source>This request was refused</source>
        <translation>Diese Anfrage wurde abgelehnt</translation>
    </message>
    <message>
        <source>Instagram says the same on a page like this one and sends nothing back to the app. You can close this page.</source>
        <translation>Instagram sagt dasselbe auf einer Seite wie dieser und schickt der App nichts zurück. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Practice – refused</source>
        <translation>Practice – abgelehnt</translation>
    </message>
    <message>
        <source>This page is out of date</source>
        <translation>Diese Seite ist veraltet</translation>
    </message>
    <message>
        <source>Close it and start again from the program that opened it.</source>
        <translation>Schließen Sie sie und beginnen Sie neu in dem Programm, das sie geöffnet hat.</translation>
    </message>
    <message>
        <source>Practice – out of date</source>
        <translation>Practice – veraltet</translation>
    </message>
    <message>
        <source>Practice – this is not Facebook</source>
        <translation>Practice – dies ist nicht Facebook</translation>
    </message>
</context>
<context>
    <name>Provider</name>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>See the profile and its media</source>
        <translation>Das Profil und seine Beiträge sehen</translation>
    </message>
    <message>
        <source>Always needed. Name, picture, posts and their numbers of likes.</source>
        <translation>Immer nötig. Name, Bild, Beiträge und die Zahl ihrer Likes.</translation>
    </message>
    <message>
        <source>Publish posts, reels and stories</source>
        <translation>Beiträge, Reels und Storys veröffentlichen</translation>
    </message>
    <message>
        <source>Lets a tool post for this account, up to Instagram&apos;s daily limit.</source>
        <translation>Ein Werkzeug darf für dieses Konto veröffentlichen, bis zur Tagesgrenze von Instagram.</translation>
    </message>
    <message>
        <source>Read and answer comments</source>
        <translation>Kommentare lesen und beantworten</translation>
    </message>
    <message>
        <source>Read, reply, hide and delete comments under your posts.</source>
        <translation>Kommentare unter Ihren Beiträgen lesen, beantworten, verbergen und löschen.</translation>
    </message>
    <message>
        <source>Read and answer messages</source>
        <translation>Nachrichten lesen und beantworten</translation>
    </message>
    <message>
        <source>Private messages people send to this account.</source>
        <translation>Private Nachrichten, die dieses Konto bekommt.</translation>
    </message>
    <message>
        <source>Read insights</source>
        <translation>Statistiken lesen</translation>
    </message>
    <message>
        <source>Reach, views and followers over time.</source>
        <translation>Reichweite, Aufrufe und Follower im Lauf der Zeit.</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>List your Pages</source>
        <translation>Ihre Seiten auflisten</translation>
    </message>
    <message>
        <source>Always needed. Which Pages you manage, so that you can choose one.</source>
        <translation>Immer nötig. Welche Seiten Sie verwalten, damit Sie eine auswählen können.</translation>
    </message>
    <message>
        <source>Read a Page&apos;s posts</source>
        <translation>Die Beiträge einer Seite lesen</translation>
    </message>
    <message>
        <source>Posts, comments and numbers of a Page. Most Instagram permissions build on it.</source>
        <translation>Beiträge, Kommentare und Zahlen einer Seite. Die meisten Instagram-Berechtigungen bauen darauf auf.</translation>
    </message>
    <message>
        <source>Find Pages of a business portfolio</source>
        <translation>Seiten eines Business-Portfolios finden</translation>
    </message>
    <message>
        <source>Pages that a business portfolio holds are not listed without it.</source>
        <translation>Ohne sie werden Seiten, die ein Business-Portfolio hält, nicht aufgelistet.</translation>
    </message>
    <message>
        <source>See the Instagram profile and its media</source>
        <translation>Das Instagram-Profil und seine Medien sehen</translation>
    </message>
    <message>
        <source>Lets a tool post for the linked Instagram account, up to Instagram&apos;s daily limit.</source>
        <translation>Lässt ein Werkzeug für das verknüpfte Instagram-Konto veröffentlichen, bis zu Instagrams Tagesgrenze.</translation>
    </message>
    <message>
        <source>Read, reply, hide and delete comments under the Instagram posts.</source>
        <translation>Kommentare unter den Instagram-Beiträgen lesen, beantworten, verbergen und löschen.</translation>
    </message>
    <message>
        <source>Manage a Page&apos;s settings</source>
        <translation>Die Einstellungen einer Seite verwalten</translation>
    </message>
    <message>
        <source>Needed for messages and for being told of news at once.</source>
        <translation>Nötig für Nachrichten und um Neues sofort zu erfahren.</translation>
    </message>
    <message>
        <source>Private messages people send to the Instagram account.</source>
        <translation>Private Nachrichten, die dem Instagram-Konto geschickt werden.</translation>
    </message>
    <message>
        <source>Delete posts</source>
        <translation>Beiträge löschen</translation>
    </message>
    <message>
        <source>Lets a tool delete posts of the Instagram account.</source>
        <translation>Lässt ein Werkzeug Beiträge des Instagram-Kontos löschen.</translation>
    </message>
    <message>
        <source>Use a role from a business portfolio</source>
        <translation>Eine Rolle aus einem Business-Portfolio nutzen</translation>
    </message>
    <message>
        <source>Many Instagram calls need it where your role on the Page comes from a business portfolio.</source>
        <translation>Viele Instagram-Aufrufe brauchen sie, wenn Ihre Rolle auf der Seite aus einem Business-Portfolio kommt.</translation>
    </message>
    <message>
        <source>Practice as Facebook</source>
        <translation>Practice als Facebook</translation>
    </message>
    <message>
        <source>Always needed. Name, picture and posts of the Instagram account that is linked to the Page.</source>
        <translation>Immer nötig. Name, Bild und Beiträge des Instagram-Kontos, das mit der Seite verknüpft ist.</translation>
    </message>
    <message>
        <source>Publish posts and reels</source>
        <translation>Beiträge und Reels veröffentlichen</translation>
    </message>
    <message>
        <source>For a tool that plans and publishes posts, reels and stories.</source>
        <translation>Für ein Werkzeug, das Beiträge, Reels und Storys plant und veröffentlicht.</translation>
    </message>
    <message>
        <source>For reports and dashboards: reach, views and followers.</source>
        <translation>Für Berichte und Übersichten: Reichweite, Aufrufe und Follower.</translation>
    </message>
    <message>
        <source>Answer comments</source>
        <translation>Kommentare beantworten</translation>
    </message>
    <message>
        <source>For a tool that reads, answers and hides comments.</source>
        <translation>Für ein Werkzeug, das Kommentare liest, beantwortet und verbirgt.</translation>
    </message>
    <message>
        <source>Answer messages</source>
        <translation>Nachrichten beantworten</translation>
    </message>
    <message>
        <source>For an inbox or a chat bot that answers private messages.</source>
        <translation>Für ein Postfach oder einen Chatbot, der private Nachrichten beantwortet.</translation>
    </message>
    <message>
        <source>Everything for a social-media tool</source>
        <translation>Alles für ein Social-Media-Werkzeug</translation>
    </message>
    <message>
        <source>For a tool that does all of it, also with the Pages of a business portfolio.</source>
        <translation>Für ein Werkzeug, das alles davon tut, auch mit den Seiten eines Business-Portfolios.</translation>
    </message>
    <message>
        <source>Name, picture, posts and their numbers of likes.</source>
        <translation>Name, Bild, Beiträge und die Zahl ihrer Likes.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Latest posts</source>
        <translation>Neueste Beiträge</translation>
    </message>
    <message>
        <source>Insights of a day</source>
        <translation>Statistik eines Tages</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Publishing limit</source>
        <translation>Grenze für Veröffentlichungen</translation>
    </message>
    <message>
        <source>For a tool that does all of it: publish, answer comments and messages, report.</source>
        <translation>Für ein Werkzeug, das alles davon tut: veröffentlichen, Kommentare und Nachrichten beantworten, berichten.</translation>
    </message>
    <message>
        <source>Name, picture and posts of the Instagram account that is linked to the Page.</source>
        <translation>Name, Bild und Beiträge des Instagram-Kontos, das mit der Seite verknüpft ist.</translation>
    </message>
</context>
<context>
    <name>RenewCommand</name>
    <message>
        <source>The keychain is locked. Unlock it, then run this again.</source>
        <translation>Der Schlüsselbund ist gesperrt. Entsperren Sie ihn, und rufen Sie dies dann noch einmal auf.</translation>
    </message>
    <message>
        <source>No keychain answers. Start it, then run this again.</source>
        <translation>Kein Schlüsselbund antwortet. Starten Sie ihn, und rufen Sie dies dann noch einmal auf.</translation>
    </message>
    <message>
        <source>The keychain or the provider does not answer. What was stored before is untouched.</source>
        <translation>Der Schlüsselbund oder der Anbieter antwortet nicht. Was vorher gespeichert war, ist unberührt.</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Es gibt kein Konto „%1“.</translation>
    </message>
    <message>
        <source>“%1” is the name of several accounts.</source>
        <translation>„%1“ heißen mehrere Konten.</translation>
    </message>
    <message>
        <source>Renew every token whose time has come.</source>
        <translation>Jedes Token erneuern, für das es Zeit ist.</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs.</source>
        <translation>In JSON antworten, für Programme.</translation>
    </message>
    <message>
        <source>Renews tokens once and ends: with 0 where nothing needs anybody, with 1 where an account does, with 2 where nothing could be done.</source>
        <translation>Erneuert Tokens einmal und endet: mit 0, wenn niemand gebraucht wird, mit 1, wenn ein Konto jemanden braucht, mit 2, wenn nichts getan werden konnte.</translation>
    </message>
    <message>
        <source>An account to renew now, such as @shop.</source>
        <translation>Ein Konto, das jetzt erneuert wird, etwa @shop.</translation>
    </message>
    <message>
        <source>Say either --due or the names of accounts.</source>
        <translation>Geben Sie entweder --due oder die Namen von Konten an.</translation>
    </message>
</context>
<context>
    <name>ScheduleCommand</name>
    <message>
        <source>There is no tokendesk-cli beside the window&apos;s program that could be started.</source>
        <translation>Neben dem Programm des Fensters gibt es kein tokendesk-cli, das sich starten ließe.</translation>
    </message>
    <message>
        <source>A file of the schedule could not be written or removed.</source>
        <translation>Eine Datei des Zeitplans ließ sich nicht schreiben oder entfernen.</translation>
    </message>
    <message>
        <source>The system&apos;s scheduler does not answer or refused.</source>
        <translation>Die Aufgabenplanung des Systems antwortet nicht oder hat abgelehnt.</translation>
    </message>
    <message>
        <source>With cron this line does the same (crontab -e):</source>
        <translation>Mit cron leistet diese Zeile dasselbe (crontab -e):</translation>
    </message>
    <message>
        <source>Nothing is installed: tokens are renewed while the window is open.</source>
        <translation>Es ist nichts eingerichtet: Tokens werden erneuert, solange das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Tokens are renewed every hour while you are logged in (%1).</source>
        <translation>Tokens werden stündlich erneuert, solange Sie am Rechner angemeldet sind (%1).</translation>
    </message>
    <message>
        <source>Another TokenDesk, or one that was moved, is to be started. Install again to mend it.</source>
        <translation>Gestartet würde ein anderes oder ein verschobenes TokenDesk. Mit „install“ bringen Sie es in Ordnung.</translation>
    </message>
    <message>
        <source>Only a part is installed or running. Install again to mend it, or remove it.</source>
        <translation>Nur ein Teil ist eingerichtet oder läuft. Mit „install“ bringen Sie es in Ordnung, mit „remove“ entfernen Sie es.</translation>
    </message>
    <message>
        <source>Nothing is installed any more: tokens are renewed while the window is open.</source>
        <translation>Es ist nichts mehr eingerichtet: Tokens werden erneuert, solange das Fenster offen ist.</translation>
    </message>
    <message>
        <source>Lets the system renew tokens every hour while the window is closed. Ends with 0 where that was done, with 1 where “status” finds something to mend, with 2 where it could not be done.</source>
        <translation>Lässt das System Tokens stündlich erneuern, während das Fenster geschlossen ist. Endet mit 0, wenn das getan wurde, mit 1, wenn „status“ etwas findet, das in Ordnung zu bringen ist, mit 2, wenn es nicht ging.</translation>
    </message>
    <message>
        <source>What to do: install, remove or status.</source>
        <translation>Was zu tun ist: install, remove oder status.</translation>
    </message>
    <message>
        <source>Say install, remove or status.</source>
        <translation>Geben Sie install, remove oder status an.</translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>Answer in JSON, for programs.</source>
        <translation>In JSON antworten, für Programme.</translation>
    </message>
    <message>
        <source>Tells how the accounts are. Ends with 0 where all work, with 1 where one needs somebody, with 2 where nothing can be told.</source>
        <translation>Sagt, wie es den Konten geht. Endet mit 0, wenn alle funktionieren, mit 1, wenn eines jemanden braucht, mit 2, wenn sich nichts sagen lässt.</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>Es gibt noch kein Konto.</translation>
    </message>
</context>
<context>
    <name>StatusTable</name>
    <message>
        <source>ended %1</source>
        <translation>endete %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>ends %1, %2</source>
        <comment>date and time, such as 9 days left</comment>
        <translation>endet %1, %2</translation>
    </message>
</context>
<context>
    <name>TimelineText</name>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>No connection that can be trusted</source>
        <translation>Keine Verbindung, der zu trauen ist</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No whole answer</source>
        <translation>Keine vollständige Antwort</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <extracomment>HTTP 400, code 190</extracomment>
        <translation>%1, Code %2</translation>
    </message>
</context>
<context>
    <name>TokenCommand</name>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>The token of %1 is gone; sign in again.</source>
        <translation>Das Token von %1 ist weg; melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>No keychain answers.</source>
        <translation>Kein Schlüsselbund antwortet.</translation>
    </message>
    <message>
        <source>The activity cannot be written, so no token is given out.</source>
        <translation>Die Aktivität lässt sich nicht aufzeichnen, deshalb wird kein Token ausgegeben.</translation>
    </message>
    <message>
        <source>There is no account “%1”; “list” shows all.</source>
        <translation>Es gibt kein Konto „%1“; „list“ zeigt alle.</translation>
    </message>
    <message>
        <source>“%1” is the name of several accounts; take one of these:</source>
        <translation>„%1“ heißen mehrere Konten; nehmen Sie eines von diesen:</translation>
    </message>
    <message>
        <source>Prints an account&apos;s token and nothing else. Ends with 1 and prints nothing where somebody has to sign in again, with 2 where it cannot be read.</source>
        <translation>Gibt das Token eines Kontos aus und sonst nichts. Endet mit 1 und ohne Ausgabe, wenn sich jemand neu anmelden muss, mit 2, wenn es sich nicht lesen lässt.</translation>
    </message>
    <message>
        <source>User name, label, user id or id of the account.</source>
        <translation>Benutzername, Bezeichnung, Nutzer-ID oder ID des Kontos.</translation>
    </message>
    <message>
        <source>Say whose token.</source>
        <translation>Sagen Sie, wessen Token.</translation>
    </message>
    <message>
        <source>The token of %1 does not work any more; sign in again.</source>
        <translation>Das Token von %1 funktioniert nicht mehr; melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Answer in JSON, for programs.</source>
        <translation>In JSON antworten, für Programme.</translation>
    </message>
    <message>
        <source>Lists the accounts for scripts: name, user name, provider and id, with tabs between them.</source>
        <translation>Listet die Konten für Skripte: Name, Benutzername, Anbieter und ID, mit Tabulatoren dazwischen.</translation>
    </message>
    <message>
        <source>Answer as a CSV table with status and times, for spreadsheets.</source>
        <translation>Als CSV-Tabelle mit Status und Zeiten antworten, für Tabellenprogramme.</translation>
    </message>
    <message>
        <source>The token of %1 has run out and could not be renewed.</source>
        <translation>Das Token von %1 ist abgelaufen und ließ sich nicht erneuern.</translation>
    </message>
    <message>
        <source>The keychain or the provider does not answer.</source>
        <translation>Der Schlüsselbund oder der Anbieter antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>WayReport</name>
    <message>
        <source>Somebody else answered, such as the sign-in page of a guest network: sign in there in a browser.</source>
        <translation>Jemand anderes hat geantwortet, etwa die Anmeldeseite eines Gastnetzes: Melden Sie sich dort in einem Browser an.</translation>
    </message>
    <message>
        <source>The proxy %1 wants you to sign in: enter user and password in the window of TokenDesk, under Preferences, Network.</source>
        <translation>Der Proxy %1 verlangt eine Anmeldung: Geben Sie Benutzer und Passwort im Fenster von TokenDesk unter Einstellungen, Netzwerk ein.</translation>
    </message>
    <message>
        <source>The proxy %1 did not take the user or the password: enter them again in the window of TokenDesk, under Preferences, Network.</source>
        <translation>Der Proxy %1 hat Benutzer oder Passwort nicht angenommen: Geben Sie sie im Fenster von TokenDesk unter Einstellungen, Netzwerk noch einmal ein.</translation>
    </message>
    <message>
        <source>Nobody could be reached through the proxy %1.</source>
        <translation>Über den Proxy %1 war niemand zu erreichen.</translation>
    </message>
    <message>
        <source>The authority “%1” vouches for the connection and is not known here. Where it is your company&apos;s own, choose its certificate in the window of TokenDesk, under Preferences, Network.</source>
        <translation>Für die Verbindung bürgt die Zertifizierungsstelle „%1“, die hier nicht bekannt ist. Ist es die Ihrer Firma, dann wählen Sie ihr Zertifikat im Fenster von TokenDesk unter Einstellungen, Netzwerk.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AboutDialog</name>
    <message>
        <source>About TokenDesk</source>
        <translation>Über TokenDesk</translation>
    </message>
    <message>
        <source>TokenDesk&apos;s icon</source>
        <translation>Symbol von TokenDesk</translation>
    </message>
    <message>
        <source>Gets an Instagram access token, keeps it in your computer&apos;s keychain and renews it.</source>
        <translation>Holt ein Zugriffstoken von Instagram, bewahrt es im Schlüsselbund Ihres Computers auf und erneuert es.</translation>
    </message>
    <message>
        <source>This program is free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>Dieses Programm ist freie Software: Sie dürfen es unter der GNU General Public License, Version 3 oder später, benutzen, untersuchen, weitergeben und verändern. Es kommt ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>TokenDesk is not made or endorsed by Instagram or Meta.</source>
        <translation>TokenDesk stammt nicht von Instagram oder Meta und wird von ihnen nicht empfohlen.</translation>
    </message>
    <message>
        <source>Versions and licences</source>
        <translation>Versionen und Lizenzen</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountActions</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name in this program. Leave it empty to use the account&apos;s own name.</source>
        <translation>Name in diesem Programm. Leer gilt der eigene Name des Kontos.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Some accounts, why they could not be removed</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) could not be removed and stay here.</source>
        <translation>
            <numerusform>Ein Konto ließ sich nicht entfernen und bleibt hier.</numerusform>
            <numerusform>%n Konten ließen sich nicht entfernen und bleiben hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>TokenDesk accounts</source>
        <extracomment>The name of a file, without its ending</extracomment>
        <translation>TokenDesk-Konten</translation>
    </message>
    <message>
        <source>Save list as CSV</source>
        <translation>Liste als CSV speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The list could not be saved as %1.</source>
        <translation>Die Liste konnte nicht als %1 gespeichert werden.</translation>
    </message>
    <message>
        <source>Check that the disk is not full, that you may write there and that no other program has the file open, or choose another folder. A file that was there before is as it was.</source>
        <translation>Prüfen Sie, ob die Platte voll ist, ob Sie dort schreiben dürfen und ob ein anderes Programm die Datei offen hat, oder wählen Sie einen anderen Ordner. Eine Datei, die schon dort war, ist unverändert.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountDelegate</name>
    <message>
        <source>Practice</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>Status word and what stands behind it, such as &quot;Working · 57 days left&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountHead</name>
    <message>
        <source>Profile picture</source>
        <translation>Profilbild</translation>
    </message>
    <message>
        <source>app “%1”</source>
        <translation>App „%1“</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountList</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>No account with that name.</source>
        <translation>Kein Konto mit diesem Namen.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountMenu</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Selected accounts</source>
        <translation>Ausgewählte Konten</translation>
    </message>
    <message>
        <source>&amp;Copy token</source>
        <translation>Token &amp;kopieren</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Rene&amp;w now</source>
        <translation>Jetzt &amp;erneuern</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>En&amp;tfernen…</translation>
    </message>
    <message>
        <source>&amp;Save list as CSV…</source>
        <translation>Liste als CSV &amp;speichern…</translation>
    </message>
    <message>
        <source>Re&amp;voke…</source>
        <translation>&amp;Widerrufen …</translation>
    </message>
    <message>
        <source>&amp;Try it…</source>
        <translation>&amp;Ausprobieren …</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountModel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>Account, status, time left or what is needed</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1, practice account</source>
        <extracomment>%1 is what is said of any account</extracomment>
        <translation>%1, Übungskonto</translation>
    </message>
    <message>
        <source>%1, worth a look in the activity</source>
        <translation>%1, einen Blick in die Aktivität wert</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountPage</name>
    <message>
        <source>Lifetime</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountsView</name>
    <message>
        <source>+ Connect an account</source>
        <translation>+ Ein Konto verbinden</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation>Ein Konto suchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Find an account (Ctrl+F)</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Check all</source>
        <translation>Alle prüfen</translation>
    </message>
    <message>
        <source>Check all accounts</source>
        <translation>Alle Konten prüfen</translation>
    </message>
    <message>
        <source>Asks each account&apos;s provider whether its token works</source>
        <translation>Fragt beim Anbieter jedes Kontos, ob sein Token funktioniert</translation>
    </message>
</context>
<context>
    <name>tokendesk::ActivityModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What happened. What to do.</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::ActivityPane</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Accounts whose activity is shown</source>
        <translation>Konten, deren Aktivität gezeigt wird</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>This account</source>
        <translation>Dieses Konto</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy all rows</source>
        <translation>Alle Zeilen kopieren</translation>
    </message>
    <message>
        <source>Kind of activity that is shown</source>
        <translation>Art der Aktivität, die gezeigt wird</translation>
    </message>
    <message>
        <source>Copy the activity as text</source>
        <translation>Die Aktivität als Text kopieren</translation>
    </message>
    <message>
        <source>Nothing of this kind with this account in the last 400 days.</source>
        <translation>Nichts von dieser Art mit diesem Konto in den letzten 400 Tagen.</translation>
    </message>
    <message>
        <source>Nothing of this kind in the last 400 days.</source>
        <translation>Nichts von dieser Art in den letzten 400 Tagen.</translation>
    </message>
    <message>
        <source>Nothing happened with this account in the last 400 days.</source>
        <translation>Mit diesem Konto ist in den letzten 400 Tagen nichts geschehen.</translation>
    </message>
    <message>
        <source>Nothing happened in the last 400 days.</source>
        <translation>In den letzten 400 Tagen ist nichts geschehen.</translation>
    </message>
    <message>
        <source>&amp;What happened…</source>
        <translation>&amp;Was geschah …</translation>
    </message>
</context>
<context>
    <name>tokendesk::AnswerTree</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>A secret was in it. TokenDesk does not show it here.</source>
        <translation>Darin war ein Geheimnis. TokenDesk zeigt es hier nicht.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppClientToken</name>
    <message>
        <source>It is kept in your keychain, for signing in on another device.</source>
        <translation>Es liegt in Ihrem Schlüsselbund, für Anmeldungen auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>Forget the client token</source>
        <translation>Das Client-Token vergessen</translation>
    </message>
    <message>
        <source>Client token</source>
        <translation>Client-Token</translation>
    </message>
    <message>
        <source>It is forgotten here and still works at %1. You are asked for it at the next sign-in on another device.</source>
        <translation>Es ist hier vergessen und gilt bei %1 weiter. Bei der nächsten Anmeldung auf einem anderen Gerät werden Sie danach gefragt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppDetails</name>
    <message>
        <source>Change the addresses</source>
        <translation>Adressen ändern</translation>
    </message>
    <message>
        <source>One on each line. Register each of them at the app as well.</source>
        <translation>Eine je Zeile. Tragen Sie jede auch bei der App ein.</translation>
    </message>
    <message>
        <source>Name of the app</source>
        <translation>Name der App</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>App-ID</translation>
    </message>
    <message>
        <source>Redirect addresses, one on each line</source>
        <translation>Weiterleitungsadressen, eine je Zeile</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Redirect addresses</source>
        <translation>Weiterleitungsadressen</translation>
    </message>
    <message>
        <source>They have to be registered at the app exactly as they stand here.</source>
        <translation>Sie müssen bei der App genau so eingetragen sein, wie sie hier stehen.</translation>
    </message>
    <message>
        <source>Save the addresses</source>
        <translation>Adressen speichern</translation>
    </message>
    <message>
        <source>Redirect addresses to register</source>
        <translation>Einzutragende Weiterleitungsadressen</translation>
    </message>
    <message>
        <source>Delete the app here…</source>
        <translation>App hier löschen …</translation>
    </message>
    <message>
        <source>Instagram app id</source>
        <translation>Instagram-App-ID</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n account(s).</source>
        <translation>
            <numerusform>Von %n Konto verwendet.</numerusform>
            <numerusform>Von %n Konten verwendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>No account uses it.</source>
        <translation>Kein Konto verwendet sie.</translation>
    </message>
    <message>
        <source>It stays as it is while accounts use the app. For another id, add another app.</source>
        <translation>Sie bleibt, wie sie ist, solange Konten die App verwenden. Für eine andere ID fügen Sie eine andere App hinzu.</translation>
    </message>
    <message>
        <source>An app id has only digits.</source>
        <translation>Eine App-ID besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>You have saved an app of this id already.</source>
        <translation>Eine App mit dieser ID haben Sie schon gespeichert.</translation>
    </message>
    <message>
        <source>Save as a file for colleagues…</source>
        <translation>Als Datei für Kollegen speichern …</translation>
    </message>
    <message>
        <source>Each line has to be an address on this computer, such as https://localhost:8917/instagram/, or the https address of your organisation&apos;s relay page, without “?” and “#”; ten of them at most.</source>
        <translation>Jede Zeile muss eine Adresse auf diesem Computer sein, etwa https://localhost:8917/instagram/, oder die https-Adresse der Weiterleitungsseite Ihrer Organisation, ohne „?“ und „#“; höchstens zehn.</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>Vermittler</translation>
    </message>
    <message>
        <source>Where your organisation keeps the app secret for everybody, no computer needs it: each sign-in is exchanged by that broker.</source>
        <translation>Wo Ihre Organisation den App-Geheimcode für alle aufbewahrt, braucht ihn kein Computer: Jede Anmeldung wird über diesen Vermittler eingetauscht.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppFileDialog</name>
    <message>
        <source>Registration file</source>
        <translation>Registrierungsdatei</translation>
    </message>
    <message>
        <source>Add the app “%1”?</source>
        <translation>App „%1“ hinzufügen?</translation>
    </message>
    <message>
        <source>It signs accounts in at %1, with the app id %2.</source>
        <translation>Sie meldet Konten bei %1 an, mit der App-ID %2.</translation>
    </message>
    <message>
        <source>The app secret is not in the file. You are asked for it at the first sign-in.</source>
        <translation>Der App-Geheimcode steht nicht in der Datei. Sie werden bei der ersten Anmeldung danach gefragt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the app</source>
        <translation>App hinzufügen</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A sign-in with it goes to these web sites. Go on only if you know them:</source>
        <translation>Eine Anmeldung damit führt zu diesen Websites. Fahren Sie nur fort, wenn Sie sie kennen:</translation>
    </message>
    <message>
        <source>You need no app secret: %1 keeps it, and each sign-in is exchanged there. Go on only if that is your organisation&apos;s.</source>
        <translation>Sie brauchen keinen App-Geheimcode: %1 bewahrt ihn auf, und jede Anmeldung wird dort eingetauscht. Fahren Sie nur fort, wenn das zu Ihrer Organisation gehört.</translation>
    </message>
    <message>
        <source>The app secret is not in the file. The one that you keep in your keychain stays.</source>
        <translation>Der App-Geheimcode steht nicht in der Datei. Der in Ihrem Schlüsselbund bleibt.</translation>
    </message>
    <message>
        <source>You have this app already. What the file says of it takes the place of what is saved; the rest stays as it is.</source>
        <translation>Sie haben diese App schon. Was die Datei über sie sagt, tritt an die Stelle des Gespeicherten; der Rest bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Change the app “%1” as the file says?</source>
        <translation>Die App „%1“ so ändern, wie die Datei es sagt?</translation>
    </message>
    <message>
        <source>Change the app</source>
        <translation>Die App ändern</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppFiles</name>
    <message>
        <source>Registration files (*.%1)</source>
        <translation>Registrierungsdateien (*.%1)</translation>
    </message>
    <message>
        <source>“%1” is no registration file that can be used.</source>
        <translation>„%1“ ist keine Registrierungsdatei, die sich verwenden lässt.</translation>
    </message>
    <message>
        <source>The app was not saved.</source>
        <translation>Die App wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Open a registration file</source>
        <translation>Registrierungsdatei öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the app as a file</source>
        <translation>App als Datei speichern</translation>
    </message>
    <message>
        <source>The file was not written.</source>
        <translation>Die Datei wurde nicht geschrieben.</translation>
    </message>
    <message>
        <source>Ask whoever sent it for a new one; line %1 is wrong.</source>
        <translation>Bitten Sie den Absender um eine neue; Zeile %1 ist falsch.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it.</source>
        <translation>Prüfen Sie, ob die Datei noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1” is for something that has ended.</source>
        <translation>„%1“ ist für etwas, das es nicht mehr gibt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppPage</name>
    <message>
        <source>App %1</source>
        <translation>App %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Keep the secret in the keychain</source>
        <translation>Den Geheimcode im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>In Meta&apos;s dashboard under “API setup with Instagram login”. It is the Instagram app id, not the Meta app id.</source>
        <translation>Im Dashboard von Meta unter „API setup with Instagram login“. Es ist die Instagram-App-ID, nicht die Meta-App-ID.</translation>
    </message>
    <message>
        <source>It stands beside the app id, behind “Show”.</source>
        <translation>Er steht neben der App-ID, hinter „Show“.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>App id</source>
        <translation>App-ID</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App-Geheimcode</translation>
    </message>
    <message>
        <source>Show the app secret</source>
        <translation>Den App-Geheimcode anzeigen</translation>
    </message>
    <message>
        <source>Meta advises not to store it on devices. If it is not kept, you are asked for it at each sign-in; tokens are renewed without it.</source>
        <translation>Meta rät davon ab, ihn auf Geräten zu speichern. Ohne ihn werden Sie bei jeder Anmeldung danach gefragt; Token werden auch so erneuert.</translation>
    </message>
    <message>
        <source>Instagram app id</source>
        <translation>Instagram-App-ID</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Instagram app secret</source>
        <translation>Instagram-App-Geheimcode</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimcode</translation>
    </message>
    <message>
        <source>Another app…</source>
        <translation>Eine andere App…</translation>
    </message>
    <message>
        <source>Your app</source>
        <translation>Ihre App</translation>
    </message>
    <message>
        <source>TokenDesk signs in through your own app at %1.</source>
        <translation>TokenDesk meldet sich über Ihre eigene App bei %1 an.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the app&apos;s dashboard</source>
        <translation>Dashboard der App öffnen</translation>
    </message>
    <message>
        <source>Kept in your keychain</source>
        <translation>In Ihrem Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>An app id has only digits.</source>
        <translation>Eine App-ID besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>This looks like the app secret. It belongs into the field below.</source>
        <translation>Das sieht nach dem App-Geheimcode aus. Er gehört in das Feld darunter.</translation>
    </message>
    <message>
        <source>An app secret has only the digits 0 to 9 and the letters a to f.</source>
        <translation>Ein App-Geheimcode besteht nur aus den Ziffern 0 bis 9 und den Buchstaben a bis f.</translation>
    </message>
    <message numerus="yes">
        <source>An app secret has 32 characters; there are %n.</source>
        <translation>
            <numerusform>Ein App-Geheimcode hat 32 Zeichen; hier ist es %n.</numerusform>
            <numerusform>Ein App-Geheimcode hat 32 Zeichen; hier sind es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like the app id. It belongs into the field above.</source>
        <translation>Das sieht nach der App-ID aus. Sie gehört in das Feld darüber.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Your apps…</source>
        <translation>Ihre Apps …</translation>
    </message>
    <message>
        <source>This is the id of your app “%1” elsewhere. %2 has an id of its own for it.</source>
        <translation>Das ist die ID Ihrer App „%1“ an anderer Stelle. %2 hat dafür eine eigene ID.</translation>
    </message>
    <message>
        <source>In Meta&apos;s dashboard under App settings, Basic.</source>
        <translation>Im Dashboard von Meta unter App-Einstellungen, Allgemeines.</translation>
    </message>
    <message>
        <source>Your organisation keeps the secret</source>
        <translation>Ihre Organisation bewahrt den Geheimcode auf</translation>
    </message>
    <message>
        <source>The app secret is kept by %1. Each sign-in is exchanged there, and you need no secret.</source>
        <translation>Den App-Geheimcode bewahrt %1 auf. Jede Anmeldung wird dort eingetauscht, und Sie brauchen keinen Geheimcode.</translation>
    </message>
    <message>
        <source>Meta advises not to store it on devices. If it is not kept, you are asked for it at each sign-in, requests are not signed with it, and tokens for servers are not renewed.</source>
        <translation>Meta rät davon ab, ihn auf Geräten zu speichern. Wird er nicht aufbewahrt, werden Sie bei jeder Anmeldung danach gefragt, Anfragen werden nicht damit unterschrieben, und Tokens für Server werden nicht erneuert.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Who keeps the app secret. What cannot be done because of that</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppSecret</name>
    <message>
        <source>New app secret</source>
        <translation>Neuer App-Geheimcode</translation>
    </message>
    <message>
        <source>Check and keep</source>
        <translation>Prüfen und aufbewahren</translation>
    </message>
    <message>
        <source>Keep it unchecked</source>
        <translation>Ungeprüft aufbewahren</translation>
    </message>
    <message>
        <source>Forget the secret</source>
        <translation>Geheimcode vergessen</translation>
    </message>
    <message>
        <source>App secret</source>
        <translation>App-Geheimcode</translation>
    </message>
    <message>
        <source>Ask the provider whether the secret fits, and keep it</source>
        <translation>Den Anbieter fragen, ob der Geheimcode passt, und ihn aufbewahren</translation>
    </message>
    <message>
        <source>It is not kept: you are asked for it at each sign-in. Tokens are renewed without it.</source>
        <translation>Er wird nicht aufbewahrt: Sie werden bei jeder Anmeldung danach gefragt. Tokens werden ohne ihn erneuert.</translation>
    </message>
    <message>
        <source>An app secret has 32 characters: the digits 0 to 9 and the letters a to f.</source>
        <translation>Ein App-Geheimcode hat 32 Zeichen: die Ziffern 0 bis 9 und die Buchstaben a bis f.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>Writing it into your keychain…</source>
        <translation>Er wird in Ihren Schlüsselbund geschrieben …</translation>
    </message>
    <message>
        <source>%1 takes this secret. It is kept in your keychain.</source>
        <translation>%1 nimmt diesen Geheimcode an. Er liegt in Ihrem Schlüsselbund.</translation>
    </message>
    <message>
        <source>It is kept in your keychain. Whether it fits shows at the next sign-in.</source>
        <translation>Er liegt in Ihrem Schlüsselbund. Ob er passt, zeigt sich bei der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>Removing it from your keychain…</source>
        <translation>Er wird aus Ihrem Schlüsselbund entfernt …</translation>
    </message>
    <message>
        <source>It is forgotten here. It still works at %1.</source>
        <translation>Hier ist er vergessen. Bei %1 gilt er weiterhin.</translation>
    </message>
    <message>
        <source>It is kept in your keychain. After it was reset in the dashboard, enter the new one here; all accounts of this app use it from then on.</source>
        <translation>Er liegt in Ihrem Schlüsselbund. Wurde er im Dashboard zurückgesetzt, geben Sie hier den neuen ein; alle Konten dieser App benutzen ihn von da an.</translation>
    </message>
    <message>
        <source>It is not kept: you are asked for it at each sign-in.</source>
        <translation>Er wird nicht aufbewahrt: Sie werden bei jeder Anmeldung danach gefragt.</translation>
    </message>
    <message>
        <source>It is kept in your keychain and not used any more: the broker has it. Forget it here.</source>
        <translation>Er liegt in Ihrem Schlüsselbund und wird nicht mehr gebraucht: Der Vermittler hat ihn. Vergessen Sie ihn hier.</translation>
    </message>
    <message>
        <source>It is not kept: you are asked for it at each sign-in. Requests are not signed with it, and tokens for servers are not renewed.</source>
        <translation>Er wird nicht aufbewahrt: Sie werden bei jeder Anmeldung danach gefragt. Anfragen werden nicht damit unterschrieben, und Tokens für Server werden nicht erneuert.</translation>
    </message>
</context>
<context>
    <name>tokendesk::AppsDialog</name>
    <message>
        <source>Your apps</source>
        <translation>Ihre Apps</translation>
    </message>
    <message>
        <source>No app is saved yet</source>
        <translation>Noch ist keine App gespeichert</translation>
    </message>
    <message>
        <source>Your app at Meta is saved here once an account was connected with it.</source>
        <translation>Ihre App bei Meta wird hier gespeichert, sobald ein Konto damit verbunden wurde.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Konto verbinden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>used by %n account(s)</source>
        <translation>
            <numerusform>von %n Konto verwendet</numerusform>
            <numerusform>von %n Konten verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nicht verwendet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>the provider&apos;s name, then how many accounts use the app</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Delete “%1” here?</source>
        <translation>„%1“ hier löschen?</translation>
    </message>
    <message>
        <source>Its id, its addresses and its secret are removed from this computer. At the provider the app stays as it is.</source>
        <translation>Die ID, die Adressen und der Geheimcode der App werden von diesem Computer entfernt. Beim Anbieter bleibt die App, wie sie ist.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1” is in use.</source>
        <translation>„%1“ wird verwendet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more were connected with it. Remove these accounts first.</source>
        <translation>
            <numerusform>%1 und %n weiteres wurden damit verbunden. Entfernen Sie zuerst diese Konten.</numerusform>
            <numerusform>%1 und %n weitere wurden damit verbunden. Entfernen Sie zuerst diese Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was connected with it. Remove what was connected with it first.</source>
        <translation>Damit verbunden: %1. Entfernen Sie zuerst, was damit verbunden wurde.</translation>
    </message>
    <message>
        <source>Open a registration file…</source>
        <translation>Registrierungsdatei öffnen …</translation>
    </message>
</context>
<context>
    <name>tokendesk::AttentionStrip</name>
    <message>
        <source>Reconnect %1</source>
        <extracomment>An account&apos;s name</extracomment>
        <translation>%1 neu verbinden</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>The token of %1 ends %2 and cannot be renewed without you.</source>
        <translation>Das Token von %1 endet %2 und lässt sich nicht ohne Sie erneuern.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Account, status and reason, such as &quot;Needs you, password changed&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need you.</source>
        <translation>
            <numerusform>%n Konto braucht Sie.</numerusform>
            <numerusform>%n Konten brauchen Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>&quot;3 accounts need you.&quot; &quot;2 accounts need a new sign-in within two weeks.&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The token of %1 ends %2, and renewing it has not worked so far.</source>
        <extracomment>Account, &quot;in 3 days&quot;</extracomment>
        <translation>Das Token von %1 endet %2, und das Erneuern ist bisher nicht gelungen.</translation>
    </message>
    <message>
        <source>Access to the data of %1 ends %2. Sign in again to confirm it.</source>
        <extracomment>Account, &quot;in 3 days&quot;</extracomment>
        <translation>Der Zugriff auf die Daten von %1 endet %2. Melden Sie sich neu an, um ihn zu bestätigen.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a new sign-in within two weeks.</source>
        <translation>
            <numerusform>%n Konto braucht innerhalb von zwei Wochen eine neue Anmeldung.</numerusform>
            <numerusform>%n Konten brauchen innerhalb von zwei Wochen eine neue Anmeldung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::BatchPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2, %3 did not work</source>
        <translation>%1 von %2, %3 ohne Erfolg</translation>
    </message>
    <message>
        <source>Waiting until %1 (%2), so that the provider does not block the app. It goes on by itself.</source>
        <extracomment>&quot;today 14:02&quot;, &quot;in 12 minutes&quot;</extracomment>
        <translation>Wartet bis %1 (%2), damit der Anbieter die App nicht sperrt. Es geht von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>tokendesk::BatchText</name>
    <message>
        <source>Renewed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>The token works</source>
        <translation>Das Token funktioniert</translation>
    </message>
    <message>
        <source>Removed from this computer</source>
        <translation>Von diesem Computer entfernt</translation>
    </message>
    <message>
        <source>Not begun, since you stopped it</source>
        <translation>Nicht begonnen, weil Sie abgebrochen haben</translation>
    </message>
    <message>
        <source>Not tried any more. %1 %2</source>
        <extracomment>What happened with another account. What to do.</extracomment>
        <translation>Nicht mehr versucht. %1 %2</translation>
    </message>
    <message>
        <source>Too young to renew yet. Nothing is lost; it is renewed by itself later.</source>
        <translation>Noch zu jung zum Erneuern. Es geht nichts verloren; es wird später von selbst erneuert.</translation>
    </message>
    <message>
        <source>Nothing to renew: the token never ends, or its provider has no renewal.</source>
        <translation>Nichts zu erneuern: Das Token läuft nie ab, oder sein Anbieter kennt kein Erneuern.</translation>
    </message>
    <message>
        <source>Removed in the meantime</source>
        <translation>Inzwischen entfernt</translation>
    </message>
    <message>
        <source>A one-hour token needs the app secret. Choose the account alone to enter it.</source>
        <translation>Ein Token für eine Stunde braucht den App-Geheimcode. Wählen Sie das Konto allein aus, um ihn einzugeben.</translation>
    </message>
    <message>
        <source>The token does not work any more. Choose the account alone to sign in again.</source>
        <translation>Das Token funktioniert nicht mehr. Wählen Sie das Konto allein aus, um sich neu anzumelden.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What happened. What to do.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>Some names</extracomment>
        <translation>
            <numerusform>%1 und ein weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::BrokerField</name>
    <message>
        <source>An https address that exchanges sign-ins for tokens with the app secret, such as https://login.example.org/broker. Empty where there is none.</source>
        <translation>Eine https-Adresse, die Anmeldungen mit dem App-Geheimcode gegen Tokens eintauscht, etwa https://login.example.org/broker. Leer, wo es keine gibt.</translation>
    </message>
    <message>
        <source>Broker address</source>
        <translation>Adresse des Vermittlers</translation>
    </message>
    <message>
        <source>It has to begin with https:// and to end without “?” and “#”.</source>
        <translation>Sie muss mit https:// beginnen und darf weder „?“ noch „#“ enthalten.</translation>
    </message>
    <message>
        <source>Requests to %1 are not signed with the secret then: “Require app secret” has to be off in the dashboard, under App settings, Advanced. Tokens for servers cannot be made or revoked here.</source>
        <translation>Anfragen an %1 werden dann nicht mit dem Geheimcode unterschrieben: „App-Geheimcode verlangen“ muss im Dashboard unter App-Einstellungen, Erweitert ausgeschaltet sein. Tokens für Server lassen sich hier nicht erstellen oder widerrufen.</translation>
    </message>
    <message>
        <source>What %1 does only for who has the secret cannot be done here then: revoking a token, and signing in on another device.</source>
        <translation>Was %1 nur für den tut, der den Geheimcode hat, geht hier dann nicht: ein Token widerrufen und sich auf einem anderen Gerät anmelden.</translation>
    </message>
</context>
<context>
    <name>tokendesk::BrowserFace</name>
    <message>
        <source>Waiting for you in the browser…</source>
        <translation>Im Browser wird auf Sie gewartet…</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Seite noch einmal öffnen</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Keep waiting</source>
        <translation>Weiter warten</translation>
    </message>
    <message>
        <source>The browser says it can&apos;t reach the page?</source>
        <translation>Der Browser sagt, dass er die Seite nicht erreicht?</translation>
    </message>
    <message>
        <source>Your browser warns about the certificate?</source>
        <translation>Ihr Browser warnt vor dem Zertifikat?</translation>
    </message>
    <message>
        <source>The page shows an error?</source>
        <translation>Die Seite zeigt einen Fehler?</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>That is expected. The answer comes to a page that TokenDesk shows on this computer. No authority vouches for that, so the browser asks you once:</source>
        <translation>Das ist zu erwarten. Die Antwort kommt auf eine Seite, die TokenDesk auf diesem Computer zeigt. Dafür bürgt keine Zertifizierungsstelle, deshalb fragt der Browser Sie einmal:</translation>
    </message>
    <message>
        <source>Chrome: “Your connection is not private” → Advanced → Proceed to localhost (unsafe)</source>
        <translation>Chrome: „Dies ist keine sichere Verbindung“ → Erweitert → Weiter zu localhost (unsicher)</translation>
    </message>
    <message>
        <source>Firefox: “Warning: Potential Security Risk Ahead” → Advanced… → Accept the Risk and Continue</source>
        <translation>Firefox: „Warnung: Mögliches Sicherheitsrisiko erkannt“ → Erweitert… → Risiko akzeptieren und fortfahren</translation>
    </message>
    <message>
        <source>Safari: “This Connection Is Not Private” → Show Details → visit this website</source>
        <translation>Safari: „Diese Verbindung ist nicht privat“ → Details einblenden → diese Website öffnen</translation>
    </message>
    <message>
        <source>Edge: “Your connection isn&apos;t private” → Advanced → Continue to localhost (unsafe)</source>
        <translation>Edge: „Ihre Verbindung ist nicht privat“ → Erweitert → Weiter zu localhost (unsicher)</translation>
    </message>
    <message>
        <source>Answer comes back to %1</source>
        <translation>Die Antwort kommt an %1</translation>
    </message>
    <message>
        <source>Go on only if the address begins with %1 and the certificate has this SHA-256 fingerprint:</source>
        <translation>Fahren Sie nur fort, wenn die Adresse mit %1 beginnt und das Zertifikat diesen SHA-256-Fingerabdruck hat:</translation>
    </message>
    <message>
        <source>Less than a minute left</source>
        <translation>Weniger als eine Minute übrig</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in a browser yourself.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie den Link und öffnen Sie ihn selbst in einem Browser.</translation>
    </message>
    <message>
        <source>Something else called at this address and was turned away. Waiting goes on.</source>
        <translation>Etwas anderes hat sich an dieser Adresse gemeldet und wurde abgewiesen. Es wird weiter gewartet.</translation>
    </message>
</context>
<context>
    <name>tokendesk::BusyFace</name>
    <message>
        <source>Go on without the keychain</source>
        <translation>Ohne Schlüsselbund weitermachen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Waiting for your keychain</source>
        <translation>Auf Ihren Schlüsselbund wird gewartet</translation>
    </message>
    <message>
        <source>A window of your computer may be asking for its password, perhaps behind this one. Without the keychain the token is kept in memory only and is gone when TokenDesk closes.</source>
        <translation>Vielleicht fragt ein Fenster Ihres Computers nach seinem Passwort, möglicherweise hinter diesem. Ohne Schlüsselbund bleibt das Token nur im Arbeitsspeicher und ist weg, wenn TokenDesk schließt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ChoicePage</name>
    <message>
        <source>Yourself, without a Page. This token ends after 60 days.</source>
        <translation>Sie selbst, ohne Seite. Dieses Token endet nach 60 Tagen.</translation>
    </message>
    <message>
        <source>Instagram: @%1</source>
        <translation>Instagram: @%1</translation>
    </message>
    <message>
        <source>No Instagram account is linked to this Page.</source>
        <translation>Mit dieser Seite ist kein Instagram-Konto verknüpft.</translation>
    </message>
    <message>
        <source>Instagram account %1</source>
        <translation>Instagram-Konto %1</translation>
    </message>
    <message>
        <source>Facebook lists no Page, since the permission “List your Pages” was not allowed. Go back and allow it on the consent page.</source>
        <translation>Facebook listet keine Seite auf, weil die Berechtigung „Ihre Seiten auflisten“ nicht erlaubt wurde. Gehen Sie zurück und erlauben Sie sie auf der Zustimmungsseite.</translation>
    </message>
    <message>
        <source>Facebook lists no Page for you. Where a business portfolio holds the Page, go back and tick “Find Pages of a business portfolio”. Otherwise tick the Page on the consent page, or ask an administrator of the Page for a role on it.</source>
        <translation>Facebook listet für Sie keine Seite auf. Hält ein Business-Portfolio die Seite, gehen Sie zurück und wählen Sie „Seiten eines Business-Portfolios finden“. Sonst wählen Sie die Seite auf der Zustimmungsseite aus oder bitten Sie einen Administrator der Seite um eine Rolle darauf.</translation>
    </message>
    <message>
        <source>Facebook lists no Page for you. Go back and tick the Page on the consent page, or ask an administrator of the Page for a role on it. An Instagram account without a Page is connected with Instagram Login.</source>
        <translation>Facebook listet für Sie keine Seite auf. Gehen Sie zurück und wählen Sie die Seite auf der Zustimmungsseite aus, oder bitten Sie einen Administrator der Seite um eine Rolle darauf. Ein Instagram-Konto ohne Seite wird mit Instagram Login verbunden.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>There is no Page to choose</source>
        <translation>Keine Seite zur Auswahl</translation>
    </message>
    <message>
        <source>An Instagram account is reached through the Page that it is linked to.</source>
        <translation>Ein Instagram-Konto wird über die Seite erreicht, mit der es verknüpft ist.</translation>
    </message>
    <message>
        <source>Keep my own token</source>
        <translation>Mein eigenes Token behalten</translation>
    </message>
    <message>
        <source>Which Page?</source>
        <translation>Welche Seite?</translation>
    </message>
    <message>
        <source>Its token speaks for the Page and for the Instagram account that is linked to it.</source>
        <translation>Das Token der Seite spricht für sie und für das Instagram-Konto, das mit ihr verknüpft ist.</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <source>There are Pages, but your role on them is not enough. An administrator of the Page can give you full control or a task on it.</source>
        <translation>Es gibt Seiten, aber Ihre Rolle dort reicht nicht. Ein Administrator der Seite kann Ihnen volle Kontrolle oder eine Aufgabe dort geben.</translation>
    </message>
    <message>
        <source>This token is for the Page alone. To reach an Instagram account with it, make that a professional one (Business or Creator), link it to this Page in the settings of the Instagram app, and sign in again.</source>
        <translation>Dieses Token gilt nur für die Seite. Um damit ein Instagram-Konto zu erreichen, machen Sie dieses zu einem professionellen (Business oder Creator), verknüpfen Sie es in den Einstellungen der Instagram-App mit dieser Seite, und melden Sie sich noch einmal an.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ClientTokenPage</name>
    <message>
        <source>A client token has only the digits 0 to 9 and the letters a to f.</source>
        <translation>Ein Client-Token hat nur die Ziffern 0 bis 9 und die Buchstaben a bis f.</translation>
    </message>
    <message numerus="yes">
        <source>A client token has 32 characters; there are %n.</source>
        <translation>
            <numerusform>Ein Client-Token hat 32 Zeichen; hier ist es %n.</numerusform>
            <numerusform>Ein Client-Token hat 32 Zeichen; hier sind es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like the app id.</source>
        <translation>Das sieht nach der App-ID aus.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>In Meta&apos;s dashboard under App settings, Advanced, Security. It is not the app secret. “Login from Devices” has to be switched on under Facebook Login, Settings.</source>
        <translation>In Metas Dashboard unter App-Einstellungen, Erweitert, Sicherheit. Es ist nicht der App-Geheimcode. Unter Facebook Login, Einstellungen muss „Anmeldung von Geräten“ eingeschaltet sein.</translation>
    </message>
    <message>
        <source>Client token</source>
        <translation>Client-Token</translation>
    </message>
    <message>
        <source>Show the client token</source>
        <translation>Das Client-Token anzeigen</translation>
    </message>
    <message>
        <source>Sign in on another device</source>
        <translation>Auf einem anderen Gerät anmelden</translation>
    </message>
    <message>
        <source>%1 gives a code only to an app that shows its client token.</source>
        <translation>%1 gibt einen Code nur einer App, die ihr Client-Token vorzeigt.</translation>
    </message>
    <message>
        <source>Get a code</source>
        <translation>Code holen</translation>
    </message>
    <message>
        <source>Open the app&apos;s dashboard</source>
        <translation>Dashboard der App öffnen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Keep the client token in the keychain</source>
        <translation>Das Client-Token im Schlüsselbund aufbewahren</translation>
    </message>
    <message>
        <source>Kept in your keychain</source>
        <translation>In Ihrem Schlüsselbund aufbewahrt</translation>
    </message>
</context>
<context>
    <name>tokendesk::Closing</name>
    <message>
        <source>Closing the window ends TokenDesk.</source>
        <translation>Mit dem Fenster wird TokenDesk beendet.</translation>
    </message>
    <message>
        <source>Nothing stays behind beside the clock here, so your tokens are renewed only while TokenDesk is open. A schedule can renew them while it is closed. You are told this once.</source>
        <translation>Neben der Uhr bleibt hier nichts zurück; Ihre Tokens werden also nur erneuert, solange TokenDesk offen ist. Ein Zeitplan kann sie erneuern, während es geschlossen ist. Das wird Ihnen nur einmal gesagt.</translation>
    </message>
    <message>
        <source>Set up the schedule…</source>
        <translation>Zeitplan einrichten …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>tokendesk::ConnectDialog</name>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · Schritt %2 von %3</translation>
    </message>
    <message>
        <source>Sign in %1 again</source>
        <translation>%1 neu anmelden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop here?</source>
        <translation>Hier aufhören?</translation>
    </message>
    <message>
        <source>The browser is done already. The token that is on its way would be lost.</source>
        <translation>Der Browser ist schon fertig. Das Token, das unterwegs ist, ginge verloren.</translation>
    </message>
    <message>
        <source>What you entered about your app is not kept.</source>
        <translation>Was Sie zu Ihrer App eingegeben haben, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Aufhören</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>tokendesk::CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>tokendesk::DeviceFace</name>
    <message>
        <source>dash</source>
        <comment>the character -, read out</comment>
        <translation>Bindestrich</translation>
    </message>
    <message>
        <source>On a phone or another computer, open</source>
        <translation>Öffnen Sie auf einem Telefon oder einem anderen Computer</translation>
    </message>
    <message>
        <source>and enter this code there:</source>
        <translation>und geben Sie dort diesen Code ein:</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Open the page here</source>
        <translation>Seite hier öffnen</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Address of the page: %1</source>
        <translation>Adresse der Seite: %1</translation>
    </message>
    <message>
        <source>Code, letter by letter: %1</source>
        <translation>Code, Zeichen für Zeichen: %1</translation>
    </message>
    <message>
        <source>Waiting for you on the other device…</source>
        <translation>Warten auf Sie am anderen Gerät…</translation>
    </message>
    <message>
        <source>Or point the phone&apos;s camera at the picture. This page goes on by itself once you have agreed there.</source>
        <translation>Oder richten Sie die Kamera des Telefons auf das Bild. Sobald Sie dort zugestimmt haben, geht es hier von selbst weiter.</translation>
    </message>
    <message>
        <source>%1 does not answer at the moment. It is asked again by itself; the code stays good.</source>
        <translation>%1 antwortet im Moment nicht. Es wird von selbst wieder gefragt; der Code bleibt gültig.</translation>
    </message>
    <message>
        <source>This code has run out.</source>
        <translation>Dieser Code ist abgelaufen.</translation>
    </message>
    <message>
        <source>Nobody entered it in time. Nothing is lost: get a new one.</source>
        <translation>Niemand hat ihn rechtzeitig eingegeben. Nichts ist verloren: Holen Sie einen neuen.</translation>
    </message>
    <message>
        <source>No browser could be opened. Enter the address by hand, here or on another device.</source>
        <translation>Es ließ sich kein Browser öffnen. Geben Sie die Adresse von Hand ein, hier oder auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>%1 answers on this computer only: open its page here. This page goes on by itself once you have agreed there.</source>
        <translation>%1 antwortet nur auf diesem Computer: Öffnen Sie die Seite hier. Sobald Sie dort zugestimmt haben, geht es hier von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>tokendesk::DoctorAnswer</name>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>Was geprüft wurde</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>A step of several: its number, what to do</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Open the page for it</source>
        <translation>Die Seite dafür öffnen</translation>
    </message>
    <message>
        <source>is looked at…</source>
        <translation>wird geprüft…</translation>
    </message>
</context>
<context>
    <name>tokendesk::DoctorDialog</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Token doctor</source>
        <translation>Token-Doktor</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was stimmt nicht?</translation>
    </message>
    <message>
        <source>Choose an account, or paste a token or an error: JSON, an address that came back, or what a page says. Nobody is asked before you let everything be checked.</source>
        <translation>Wählen Sie ein Konto, oder fügen Sie ein Token oder einen Fehler ein: JSON, eine Adresse, die zurückkam, oder was auf einer Seite steht. Gefragt wird niemand, bevor Sie alles prüfen lassen.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Clear what was pasted and found</source>
        <translation>Eingefügtes und Gefundenes leeren</translation>
    </message>
    <message>
        <source>Checks that are made</source>
        <translation>Erledigte Prüfungen</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>An account and its provider</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>%1 of %2 checks made</source>
        <extracomment>How many checks are made, of how many</extracomment>
        <translation>%1 von %2 Prüfungen erledigt</translation>
    </message>
    <message>
        <source>Something has to be done.</source>
        <translation>Es ist etwas zu tun.</translation>
    </message>
    <message>
        <source>Nothing has to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
</context>
<context>
    <name>tokendesk::DoctorField</name>
    <message>
        <source>Error or token</source>
        <translation>Fehler oder Token</translation>
    </message>
    <message>
        <source>Paste a token or an error here, or type what a page says</source>
        <translation>Fügen Sie hier ein Token oder einen Fehler ein, oder tippen Sie ab, was auf einer Seite steht</translation>
    </message>
    <message>
        <source>••••••••  Something secret was pasted. It is not shown and not kept.</source>
        <translation>••••••••  Etwas Geheimes wurde eingefügt. Es wird nicht gezeigt und nicht behalten.</translation>
    </message>
</context>
<context>
    <name>tokendesk::DonePage</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Picture of the account</source>
        <translation>Bild des Kontos</translation>
    </message>
    <message>
        <source>What the token may do</source>
        <translation>Was das Token darf</translation>
    </message>
    <message>
        <source>Connected %1 again</source>
        <translation>%1 ist wieder verbunden</translation>
    </message>
    <message>
        <source>Connected %1</source>
        <translation>%1 ist verbunden</translation>
    </message>
    <message>
        <source>Its name could not be read; TokenDesk shows its number instead.</source>
        <translation>Der Name ließ sich nicht lesen; TokenDesk zeigt stattdessen die Nummer.</translation>
    </message>
    <message>
        <source>The keychain did not keep the app secret. You are asked for it at the next sign-in.</source>
        <translation>Der Schlüsselbund hat den App-Geheimcode nicht behalten. Sie werden bei der nächsten Anmeldung danach gefragt.</translation>
    </message>
    <message>
        <source>The token works, but only until TokenDesk closes.</source>
        <translation>Das Token ist gültig, aber nur, bis TokenDesk schließt.</translation>
    </message>
    <message>
        <source>The token works until &lt;b&gt;%1&lt;/b&gt; and TokenDesk renews it every week. You need do nothing.</source>
        <translation>Das Token gilt bis &lt;b&gt;%1&lt;/b&gt;, und TokenDesk erneuert es jede Woche. Sie müssen nichts tun.</translation>
    </message>
    <message>
        <source>The token works for &lt;b&gt;one hour only&lt;/b&gt;, until %1.</source>
        <translation>Das Token gilt &lt;b&gt;nur eine Stunde&lt;/b&gt;, bis %1.</translation>
    </message>
    <message>
        <source>The token works until &lt;b&gt;%1&lt;/b&gt;. Then sign in again.</source>
        <translation>Das Token gilt bis &lt;b&gt;%1&lt;/b&gt;. Melden Sie sich dann neu an.</translation>
    </message>
    <message>
        <source>The token has no expiry date.</source>
        <translation>Das Token hat kein Ablaufdatum.</translation>
    </message>
    <message>
        <source>The token works. When it ends is not known.</source>
        <translation>Das Token ist gültig. Wann es endet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Not saved: the keychain did not keep the token. Start or unlock your keychain, then try again.</source>
        <translation>Nicht gespeichert: Der Schlüsselbund hat das Token nicht behalten. Starten oder entsperren Sie Ihren Schlüsselbund und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>It could not be made to last longer: %1</source>
        <translation>Es ließ sich nicht verlängern: %1</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>granted</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>permission: granted or declined</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connect another</source>
        <translation>Ein weiteres verbinden</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Clear the clipboard now</source>
        <translation>Die Zwischenablage jetzt leeren</translation>
    </message>
    <message numerus="yes">
        <source>Copied. Leaves the clipboard in %n s.</source>
        <translation>
            <numerusform>Kopiert. Verlässt die Zwischenablage in %n s.</numerusform>
            <numerusform>Kopiert. Verlässt die Zwischenablage in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>The token works. TokenDesk renews it after a day and then knows when it ends. Only a one-hour token does not live that long; then connect the account by signing in.</source>
        <translation>Das Token ist gültig. TokenDesk erneuert es nach einem Tag und weiß dann, wann es endet. Nur ein Ein-Stunden-Token lebt nicht so lange; verbinden Sie das Konto dann durch Anmelden.</translation>
    </message>
    <message>
        <source>The token has no expiry date. %1 wants you to confirm access by &lt;b&gt;%2&lt;/b&gt;; TokenDesk reminds you.</source>
        <translation>Das Token hat kein Ablaufdatum. %1 möchte, dass Sie den Zugriff bis &lt;b&gt;%2&lt;/b&gt; bestätigen; TokenDesk erinnert Sie.</translation>
    </message>
    <message>
        <source>The token works until &lt;b&gt;%1&lt;/b&gt;. Then make a new one.</source>
        <translation>Das Token gilt bis &lt;b&gt;%1&lt;/b&gt;. Danach erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>The keychain did not keep the client token. You are asked for it the next time.</source>
        <translation>Der Schlüsselbund hat das Client-Token nicht behalten. Beim nächsten Mal werden Sie wieder danach gefragt.</translation>
    </message>
    <message>
        <source>Ask again for these</source>
        <translation>Danach noch einmal fragen</translation>
    </message>
    <message>
        <source>Opens the consent page once more, for what was declined.</source>
        <translation>Öffnet die Zustimmungsseite noch einmal, für das, was abgelehnt wurde.</translation>
    </message>
    <message>
        <source>granted, not asked for</source>
        <translation>erlaubt, nicht erbeten</translation>
    </message>
</context>
<context>
    <name>tokendesk::EmptyPage</name>
    <message>
        <source>Get an Instagram token</source>
        <translation>Ein Token von Instagram holen</translation>
    </message>
    <message>
        <source>Sign in once. TokenDesk keeps the token in your computer&apos;s keychain and renews it for as long as you need it.</source>
        <translation>Melden Sie sich einmal an. TokenDesk bewahrt das Token im Schlüsselbund Ihres Computers auf und erneuert es, solange Sie es brauchen.</translation>
    </message>
    <message>
        <source>Connect an account</source>
        <translation>Ein Konto verbinden</translation>
    </message>
    <message>
        <source>Try it without a Meta account</source>
        <translation>Ohne Meta-Konto ausprobieren</translation>
    </message>
    <message>
        <source>I already have a token</source>
        <translation>Ich habe schon ein Token</translation>
    </message>
</context>
<context>
    <name>tokendesk::ErrorView</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Die Details kopieren</translation>
    </message>
</context>
<context>
    <name>tokendesk::EventGroupText</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>Erneuerungen</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Handed out</source>
        <extracomment>Tokens that left the program</extracomment>
        <translation>Herausgegeben</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Changes here</source>
        <translation>Änderungen hier</translation>
    </message>
    <message>
        <source>Whatever happened to a token</source>
        <translation>Was auch immer mit einem Token geschah</translation>
    </message>
    <message>
        <source>Renewed, extended, or tried to</source>
        <translation>Erneuert, verlängert, oder der Versuch</translation>
    </message>
    <message>
        <source>Copied, shown, given to scripts</source>
        <translation>Kopiert, gezeigt, an Skripte gegeben</translation>
    </message>
    <message>
        <source>Whatever did not succeed</source>
        <translation>Was nicht gelungen ist</translation>
    </message>
    <message>
        <source>Renamed, removed, saved in the keychain</source>
        <translation>Umbenannt, entfernt, im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>Connected, signed in again, revoked, or tried to</source>
        <translation>Verbunden, neu angemeldet, widerrufen oder versucht</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Einen Blick wert</translation>
    </message>
    <message>
        <source>Strange visitors, missing permissions, old secrets</source>
        <translation>Fremde Besucher, fehlende Berechtigungen, alte Geheimcodes</translation>
    </message>
</context>
<context>
    <name>tokendesk::EventText</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Signed in again</source>
        <translation>Neu angemeldet</translation>
    </message>
    <message>
        <source>Extended to a long-lived token</source>
        <translation>Auf ein langlebiges Token verlängert</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Erneuert</translation>
    </message>
    <message>
        <source>Could not be renewed</source>
        <translation>Ließ sich nicht erneuern</translation>
    </message>
    <message>
        <source>Token copied to the clipboard</source>
        <translation>Token in die Zwischenablage kopiert</translation>
    </message>
    <message>
        <source>Token shown on the screen</source>
        <translation>Token auf dem Bildschirm gezeigt</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>Umbenannt</translation>
    </message>
    <message>
        <source>Removed from this computer</source>
        <translation>Von diesem Computer entfernt</translation>
    </message>
    <message>
        <source>The keychain did not take the token</source>
        <translation>Der Schlüsselbund hat das Token nicht angenommen</translation>
    </message>
    <message>
        <source>The file with the accounts did not take the token</source>
        <translation>Die Datei mit den Konten hat das Token nicht angenommen</translation>
    </message>
    <message>
        <source>Token saved in the keychain</source>
        <translation>Token im Schlüsselbund gespeichert</translation>
    </message>
    <message>
        <source>The sign-in did not succeed</source>
        <translation>Die Anmeldung ist nicht gelungen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>What happened (its detail, such as an error code or a new name)</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Token found in the keychain after an interruption</source>
        <translation>Token nach einer Unterbrechung im Schlüsselbund gefunden</translation>
    </message>
    <message>
        <source>Token given to the command line</source>
        <translation>Token an die Befehlszeile gegeben</translation>
    </message>
    <message>
        <source>The file with the accounts was damaged and set aside; accounts found again</source>
        <translation>Die Datei mit den Konten war beschädigt und wurde beiseitegelegt; wiedergefundene Konten</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Checked: the token works</source>
        <translation>Geprüft: Das Token funktioniert</translation>
    </message>
    <message>
        <source>The check did not succeed</source>
        <translation>Die Prüfung ist nicht gelungen</translation>
    </message>
    <message>
        <source>Connected with a token from elsewhere</source>
        <translation>Mit einem Token von anderswo verbunden</translation>
    </message>
    <message>
        <source>Token replaced by one from elsewhere</source>
        <translation>Token durch eines von anderswo ersetzt</translation>
    </message>
    <message>
        <source>The provider is asked to end the token</source>
        <translation>Der Anbieter wird gebeten, das Token zu beenden</translation>
    </message>
    <message>
        <source>Revoked: the provider ended the token</source>
        <translation>Widerrufen: Der Anbieter hat das Token beendet</translation>
    </message>
    <message>
        <source>Could not be revoked</source>
        <translation>Konnte nicht widerrufen werden</translation>
    </message>
    <message>
        <source>The provider is asked to take a permission back</source>
        <translation>Der Anbieter wird gebeten, eine Berechtigung zurückzunehmen</translation>
    </message>
    <message>
        <source>Revoking was given up: the token was not ended</source>
        <translation>Widerruf aufgegeben: Das Token wurde nicht beendet</translation>
    </message>
    <message>
        <source>Permission taken back by the provider</source>
        <translation>Berechtigung vom Anbieter zurückgenommen</translation>
    </message>
    <message>
        <source>A permission could not be taken back</source>
        <translation>Eine Berechtigung ließ sich nicht zurücknehmen</translation>
    </message>
    <message>
        <source>Something was noticed</source>
        <translation>Etwas ist aufgefallen</translation>
    </message>
    <message>
        <source>Asked the provider something with the token</source>
        <translation>Den Anbieter mit dem Token etwas gefragt</translation>
    </message>
    <message>
        <source>The provider did not answer a question with the token</source>
        <translation>Der Anbieter hat eine Frage mit dem Token nicht beantwortet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>no connection that can be trusted</source>
        <translation>keine Verbindung, der zu trauen ist</translation>
    </message>
    <message>
        <source>trouble at the provider</source>
        <translation>Störung beim Anbieter</translation>
    </message>
    <message>
        <source>asked too often</source>
        <translation>zu oft gefragt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>zurückgewiesen</translation>
    </message>
    <message>
        <source>something is wrong with the app</source>
        <translation>mit der App stimmt etwas nicht</translation>
    </message>
    <message>
        <source>an answer that makes no sense</source>
        <translation>eine unverständliche Antwort</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>nicht brauchbar</translation>
    </message>
    <message>
        <source>no port is free for the answer</source>
        <translation>kein Port ist für die Antwort frei</translation>
    </message>
    <message>
        <source>the keychain does not answer</source>
        <translation>der Schlüsselbund antwortet nicht</translation>
    </message>
    <message>
        <source>the keychain is locked</source>
        <translation>der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>it could not be stored</source>
        <translation>es ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>the system&apos;s scheduler is missing</source>
        <translation>der Zeitplaner des Systems fehlt</translation>
    </message>
</context>
<context>
    <name>tokendesk::FailurePage</name>
    <message>
        <source>That did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>No account was changed.</source>
        <translation>Es wurde kein Konto verändert.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Check your app</source>
        <translation>Ihre App prüfen</translation>
    </message>
    <message>
        <source>Sign in to the proxy…</source>
        <translation>Beim Proxy anmelden …</translation>
    </message>
    <message>
        <source>Network settings…</source>
        <translation>Netzwerkeinstellungen …</translation>
    </message>
    <message>
        <source>Open the page for it</source>
        <translation>Die Seite dafür öffnen</translation>
    </message>
    <message>
        <source>What happened…</source>
        <translation>Was geschah …</translation>
    </message>
    <message>
        <source>What happened in this sign-in</source>
        <translation>Was bei dieser Anmeldung geschah</translation>
    </message>
</context>
<context>
    <name>tokendesk::FirefoxPicture</name>
    <message>
        <source>Picture: in Firefox&apos;s warning click “Advanced…” first, then “Accept the Risk and Continue” below it.</source>
        <translation>Bild: Klicken Sie in der Warnung von Firefox zuerst auf „Erweitert…“, dann darunter auf „Risiko akzeptieren und fortfahren“.</translation>
    </message>
    <message>
        <source>Accept the Risk and Continue</source>
        <translation>Risiko akzeptieren und fortfahren</translation>
    </message>
    <message>
        <source>⚠ Warning: Potential Security Risk Ahead</source>
        <translation>⚠ Warnung: Mögliches Sicherheitsrisiko erkannt</translation>
    </message>
    <message>
        <source>Advanced…</source>
        <translation>Erweitert…</translation>
    </message>
</context>
<context>
    <name>tokendesk::Fold</name>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>tokendesk::ForeignRow</name>
    <message>
        <source>%1: %2</source>
        <extracomment>A permission, why it cannot be had here</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::ForgetDialog</name>
    <message>
        <source>Remove all of it; I know that this cannot be undone</source>
        <translation>Alles entfernen; ich weiß, dass sich das nicht zurücknehmen lässt</translation>
    </message>
    <message>
        <source>Forget everything?</source>
        <translation>Alles vergessen?</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Go on without the keychain</source>
        <translation>Ohne Schlüsselbund weitermachen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>• %n account(s), with all tokens in your keychain</source>
        <translation>
            <numerusform>• %n Konto, mit allen Tokens in Ihrem Schlüsselbund</numerusform>
            <numerusform>• %n Konten, mit allen Tokens in Ihrem Schlüsselbund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n app(s), with the app secrets</source>
        <translation>
            <numerusform>• %n App, mit ihrem App-Geheimcode</numerusform>
            <numerusform>• %n Apps, mit den App-Geheimcodes</numerusform>
        </translation>
    </message>
    <message>
        <source>• The history, your settings, provider files, certificates and the password for a proxy: what TokenDesk has in %1</source>
        <translation>• Der Verlauf, Ihre Einstellungen, Anbieterdateien, Zertifikate und das Passwort für einen Proxy: was TokenDesk in %1 hat</translation>
    </message>
    <message>
        <source>• The start at login, the hourly renewal, and the browsers&apos; trust in the sign-in page</source>
        <translation>• Der Start bei der Anmeldung, das stündliche Erneuern und das Vertrauen der Browser in die Anmeldeseite</translation>
    </message>
    <message>
        <source>What you saved yourself, such as an .env file or a list, stays.</source>
        <translation>Was Sie selbst gespeichert haben, etwa eine .env-Datei oder eine Liste, bleibt.</translation>
    </message>
    <message>
        <source>This revokes nothing. Whoever has a copy of a token can use it until it ends, and TokenDesk could not end it any more.</source>
        <translation>Das widerruft nichts. Wer eine Kopie eines Tokens hat, kann sie benutzen, bis es endet, und TokenDesk könnte es nicht mehr beenden.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s) first</source>
        <translation>
            <numerusform>Erst %n Token widerrufen</numerusform>
            <numerusform>Erst %n Tokens widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the app&apos;s access away at %1</source>
        <translation>Der App bei %1 den Zugriff entziehen</translation>
    </message>
    <message numerus="yes">
        <source>Revoking… %n to go</source>
        <translation>
            <numerusform>Widerrufe… noch %n</numerusform>
            <numerusform>Widerrufe… noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n Token widerrufen.</numerusform>
            <numerusform>%n Tokens widerrufen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Not revoked, so assume that they still work: %2.</source>
        <extracomment>What was revoked; then names</extracomment>
        <translation>%1 Nicht widerrufen, gehen Sie also davon aus, dass sie noch gelten: %2.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Everything is forgotten.</source>
        <translation>Alles ist vergessen.</translation>
    </message>
    <message>
        <source>Something is left.</source>
        <translation>Etwas ist übrig.</translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>Es wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>TokenDesk ends now. Started again, it is as new.</source>
        <translation>TokenDesk endet jetzt. Wieder gestartet ist es wie neu.</translation>
    </message>
    <message>
        <source>Quit TokenDesk</source>
        <translation>TokenDesk beenden</translation>
    </message>
    <message>
        <source>■ TokenDesk is at work just now, here or in a script (%1). Wait until it is done, then try again.</source>
        <translation>■ TokenDesk ist gerade am Werk, hier oder in einem Skript (%1). Warten Sie, bis es fertig ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>■ The items in your keychain: %1 %2</source>
        <extracomment>What happened with the keychain, what to do</extracomment>
        <translation>■ Die Einträge in Ihrem Schlüsselbund: %1 %2</translation>
    </message>
    <message>
        <source>■ The hourly renewal, %1: your system&apos;s scheduler does not answer or refused.</source>
        <translation>■ Das stündliche Erneuern, %1: Der Zeitplaner Ihres Systems antwortet nicht oder hat abgelehnt.</translation>
    </message>
    <message>
        <source>■ The start at login, %1. Check that you may write there.</source>
        <translation>■ Der Start bei der Anmeldung, %1. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>■ The browsers&apos; trust in the sign-in page, in %1. On Linux the program “certutil” is needed for it; elsewhere the system asks, and has to be answered with yes.</source>
        <translation>■ Das Vertrauen der Browser in die Anmeldeseite, in %1. Unter Linux braucht es dafür das Programm „certutil“; anderswo fragt das System, und die Antwort muss Ja sein.</translation>
    </message>
    <message>
        <source>■ The settings. Check that you may write there.</source>
        <translation>■ Die Einstellungen. Prüfen Sie, ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>■ The file %1. Check that no other program has it open and that you may write there.</source>
        <translation>■ Die Datei %1. Prüfen Sie, ob kein anderes Programm sie geöffnet hat und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of the tokens were to be revoked, and their providers have not ended them yet. To forget everything is to give that up.</source>
        <translation>
            <numerusform>%n der Token sollte widerrufen werden, und der Anbieter hat es noch nicht beendet. Alles zu vergessen gibt das auf.</numerusform>
            <numerusform>%n der Token sollten widerrufen werden, und die Anbieter haben sie noch nicht beendet. Alles zu vergessen gibt das auf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::HintLabel</name>
    <message>
        <source>◆ %1</source>
        <comment>a diamond marks a warning</comment>
        <translation>◆ %1</translation>
    </message>
</context>
<context>
    <name>tokendesk::JobBar</name>
    <message>
        <source>What the token is for</source>
        <translation>Wofür das Token ist</translation>
    </message>
    <message>
        <source>Choose what the token is for, or tick permissions one by one.</source>
        <translation>Wählen Sie, wofür das Token ist, oder kreuzen Sie Berechtigungen einzeln an.</translation>
    </message>
</context>
<context>
    <name>tokendesk::KeepingPage</name>
    <message>
        <source>Asking %1 whose token it is…</source>
        <translation>%1 wird gefragt, wessen Token es ist…</translation>
    </message>
    <message>
        <source>Looking whether it can be made to last longer…</source>
        <translation>Es wird geprüft, ob es länger gelten kann…</translation>
    </message>
    <message>
        <source>Saving the token in your keychain…</source>
        <translation>Das Token wird im Schlüsselbund gespeichert…</translation>
    </message>
    <message>
        <source>Checking the token</source>
        <translation>Das Token wird geprüft</translation>
    </message>
    <message>
        <source>%1 is asked whose it is; nobody else sees it.</source>
        <translation>%1 wird gefragt, wessen es ist; sonst sieht es niemand.</translation>
    </message>
    <message>
        <source>Asking %1 for the token…</source>
        <translation>%1 wird um das Token gebeten …</translation>
    </message>
</context>
<context>
    <name>tokendesk::KeepingSection</name>
    <message>
        <source>Starts hidden in the tray. Kept in %1.</source>
        <translation>Startet verborgen im Infobereich. Steht in %1.</translation>
    </message>
    <message>
        <source>Every hour, while you are logged in: a timer of systemd, %1.</source>
        <translation>Stündlich, solange Sie am Rechner angemeldet sind: ein Timer von systemd, %1.</translation>
    </message>
    <message>
        <source>Every hour, while you are logged in: a launch agent, %1.</source>
        <translation>Stündlich, solange Sie am Rechner angemeldet sind: ein Startagent, %1.</translation>
    </message>
    <message>
        <source>Every hour, while you are logged in: a task of Windows, “%1”.</source>
        <translation>Stündlich, solange Sie am Rechner angemeldet sind: eine Windows-Aufgabe, „%1“.</translation>
    </message>
    <message>
        <source>Set up for a TokenDesk at another place, such as before it was moved. Click once more to start this one.</source>
        <translation>Eingerichtet für ein TokenDesk an einem anderen Ort, etwa bevor es verschoben wurde. Klicken Sie noch einmal, damit dieses startet.</translation>
    </message>
    <message>
        <source>Only a part of it is set up or running. Click once more to mend it.</source>
        <translation>Nur ein Teil davon ist eingerichtet oder läuft. Klicken Sie noch einmal, um es in Ordnung zu bringen.</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Starten, wenn ich mich am Rechner anmelde</translation>
    </message>
    <message>
        <source>Renew tokens while TokenDesk is closed</source>
        <translation>Tokens erneuern, während TokenDesk geschlossen ist</translation>
    </message>
    <message>
        <source>Line for cron</source>
        <translation>Zeile für cron</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the line for cron</source>
        <translation>Die Zeile für cron kopieren</translation>
    </message>
    <message>
        <source>%1 could not be changed. Check that the disk is not full and that you may write there.</source>
        <translation>%1 ließ sich nicht ändern. Prüfen Sie, ob die Platte voll ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Your system&apos;s scheduler does not answer or refused.</source>
        <translation>Die Aufgabenplanung Ihres Systems antwortet nicht oder hat abgelehnt.</translation>
    </message>
    <message>
        <source>The scheduler of your system (systemd) does not serve you here. With cron this line does the same; “crontab -e” is where it goes:</source>
        <translation>Die Aufgabenplanung Ihres Systems (systemd) steht Ihnen hier nicht zur Verfügung. Mit cron leistet diese Zeile dasselbe; sie gehört in „crontab -e“:</translation>
    </message>
    <message>
        <source>The program tokendesk-cli, which does it, is not beside this one. Install TokenDesk again.</source>
        <translation>Das Programm tokendesk-cli, das dies tut, liegt nicht neben diesem. Installieren Sie TokenDesk neu.</translation>
    </message>
</context>
<context>
    <name>tokendesk::LifetimeBar</name>
    <message>
        <source>Renewed %1.</source>
        <translation>Erneuert: %1.</translation>
    </message>
    <message>
        <source>Issued %1.</source>
        <translation>Ausgestellt: %1.</translation>
    </message>
    <message>
        <source>Renews by itself on %1.</source>
        <translation>Erneuert sich selbst am %1.</translation>
    </message>
    <message>
        <source>Ends %1, %2.</source>
        <translation>Endet %1, %2.</translation>
    </message>
    <message>
        <source>No expiry date</source>
        <translation>Ohne Ablaufdatum</translation>
    </message>
    <message>
        <source>Expiry unknown</source>
        <translation>Ablauf unbekannt</translation>
    </message>
    <message>
        <source>renewed</source>
        <translation>erneuert</translation>
    </message>
    <message>
        <source>issued</source>
        <translation>ausgestellt</translation>
    </message>
    <message>
        <source>renews by itself</source>
        <translation>erneuert sich selbst</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>It works no more; it would have ended %1.</source>
        <translation>Es gilt nicht mehr; geendet hätte es am %1.</translation>
    </message>
    <message>
        <source>Works no more</source>
        <translation>Gilt nicht mehr</translation>
    </message>
    <message>
        <source>would have ended %1</source>
        <translation>hätte am %1 geendet</translation>
    </message>
</context>
<context>
    <name>tokendesk::Main</name>
    <message>
        <source>Gets an Instagram access token and keeps it alive.</source>
        <translation>Holt ein Zugriffstoken von Instagram und hält es gültig.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What to do. Who can do it.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Start without the window, beside the clock, as at login.</source>
        <translation>Ohne Fenster neben der Uhr starten, wie bei der Anmeldung am Rechner.</translation>
    </message>
    <message>
        <source>A registration file to open.</source>
        <translation>Eine zu öffnende Registrierungsdatei.</translation>
    </message>
</context>
<context>
    <name>tokendesk::MainWindow</name>
    <message>
        <source>&amp;Accounts</source>
        <translation>&amp;Konten</translation>
    </message>
    <message>
        <source>&amp;Connect an account…</source>
        <translation>Ein Konto &amp;verbinden…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translation>&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Copy token</source>
        <translation>Token &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Show or hide token</source>
        <translation>Token an&amp;zeigen oder verbergen</translation>
    </message>
    <message>
        <source>C&amp;lear clipboard</source>
        <translation>Zwischenablage &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Find an account</source>
        <translation>Ein Konto &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>T&amp;ools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About TokenDesk</source>
        <translation>&amp;Über TokenDesk</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What to do. Who can do it.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alle aus&amp;wählen</translation>
    </message>
    <message>
        <source>&amp;Save list as CSV…</source>
        <translation>Liste als CSV &amp;speichern…</translation>
    </message>
    <message>
        <source>I already have a &amp;token…</source>
        <translation>Ich habe schon ein &amp;Token…</translation>
    </message>
    <message>
        <source>Your &amp;apps…</source>
        <translation>Ihre &amp;Apps …</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Token &amp;doctor…</source>
        <translation>Token-&amp;Doktor…</translation>
    </message>
    <message>
        <source>API &amp;usage…</source>
        <translation>API-&amp;Verbrauch …</translation>
    </message>
    <message>
        <source>&amp;Try it…</source>
        <translation>&amp;Ausprobieren …</translation>
    </message>
    <message>
        <source>Chec&amp;k all</source>
        <translation>Alle prü&amp;fen</translation>
    </message>
</context>
<context>
    <name>tokendesk::NetworkSection</name>
    <message>
        <source>This file is too large to be a certificate.</source>
        <translation>Diese Datei ist zu groß für ein Zertifikat.</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It ends in .pem, .crt or .cer.</source>
        <translation>In dieser Datei ist kein Zertifikat. Es endet auf .pem, .crt oder .cer.</translation>
    </message>
    <message>
        <source>This is the certificate of a server, not of an authority. Ask for the certificate of the authority (the “root”) itself.</source>
        <translation>Das ist das Zertifikat eines Servers, nicht das einer Zertifizierungsstelle. Fragen Sie nach dem Zertifikat der Stelle selbst („Root“).</translation>
    </message>
    <message>
        <source>This certificate is not valid today. Ask for the current one, and check this computer&apos;s date.</source>
        <translation>Dieses Zertifikat gilt heute nicht. Fragen Sie nach dem aktuellen, und prüfen Sie das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>%1, ended on %2 (SHA-256 %3)</source>
        <translation>%1, abgelaufen am %2 (SHA-256 %3)</translation>
    </message>
    <message>
        <source>%1, until %2 (SHA-256 %3)</source>
        <translation>%1, bis %2 (SHA-256 %3)</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the system, automatic configuration (PAC) included</source>
        <translation>Wie das System, mit automatischer Konfiguration (PAC)</translation>
    </message>
    <message>
        <source>This proxy</source>
        <translation>Dieser Proxy</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Additional certificate authority</source>
        <translation>Zusätzliche Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Companies that open secure connections to examine them vouch for these themselves. TokenDesk trusts the authority that you choose here, besides the system&apos;s own.</source>
        <translation>Firmen, die sichere Verbindungen öffnen, um sie zu prüfen, bürgen selbst für sie. TokenDesk vertraut der Stelle, die Sie hier wählen, neben denen des Systems.</translation>
    </message>
    <message>
        <source>Kind of proxy</source>
        <translation>Art des Proxys</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host des Proxys</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the user and the password of the proxy</source>
        <translation>Benutzer und Passwort des Proxys vergessen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Trust this authority no more</source>
        <translation>Dieser Stelle nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Signs in as %1 at %2.</source>
        <translation>Meldet sich als %1 bei %2 an.</translation>
    </message>
    <message>
        <source>Nobody signs in. Where the proxy asks, you are asked.</source>
        <translation>Niemand meldet sich an. Wo der Proxy fragt, werden Sie gefragt.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Your keychain did not remove the password. It is not used any more.</source>
        <translation>Ihr Schlüsselbund hat das Passwort nicht entfernt. Es wird nicht mehr benutzt.</translation>
    </message>
    <message>
        <source>Certificate of an authority</source>
        <translation>Zertifikat einer Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.der)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>It could not be kept. Check that the disk is not full.</source>
        <translation>Es ließ sich nicht aufbewahren. Prüfen Sie, ob der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>Trusted from now on, by TokenDesk alone.</source>
        <translation>Ab jetzt vertraut TokenDesk ihr, und nur TokenDesk.</translation>
    </message>
    <message>
        <source>It could not be removed.</source>
        <translation>Sie ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>✓ Instagram answers, without a proxy.</source>
        <translation>✓ Instagram antwortet, ohne Proxy.</translation>
    </message>
    <message>
        <source>✓ Instagram answers, through the proxy %1.</source>
        <translation>✓ Instagram antwortet, über den Proxy %1.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
</context>
<context>
    <name>tokendesk::OrderMenu</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Needs &amp;you first</source>
        <translation>Wer &amp;Sie braucht</translation>
    </message>
    <message>
        <source>&amp;Time left</source>
        <translation>&amp;Restzeit</translation>
    </message>
</context>
<context>
    <name>tokendesk::OutcomeRow</name>
    <message>
        <source>%1 × %2</source>
        <extracomment>How many accounts, what became of them: &quot;12 × Renewed&quot;</extracomment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::OwnProviders</name>
    <message numerus="yes">
        <source>%1 and %n more are renewed with it. Remove these accounts first.</source>
        <translation>
            <numerusform>%1 und %n weiteres werden damit erneuert. Entfernen Sie zuerst diese Konten.</numerusform>
            <numerusform>%1 und %n weitere werden damit erneuert. Entfernen Sie zuerst diese Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is renewed with it. Remove what is connected with it first.</source>
        <translation>%1 wird damit erneuert. Entfernen Sie zuerst, was damit verbunden ist.</translation>
    </message>
    <message>
        <source>The app %1 belongs to it. Delete it under “Your apps” first.</source>
        <translation>Die App %1 gehört dazu. Löschen Sie sie zuerst unter „Ihre Apps“.</translation>
    </message>
    <message>
        <source>Delete “%1” here?</source>
        <translation>„%1“ hier löschen?</translation>
    </message>
    <message>
        <source>Its description is removed from this computer. No account uses it.</source>
        <translation>Die Beschreibung wird von diesem Computer entfernt. Kein Konto verwendet sie.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1” is in use.</source>
        <translation>„%1“ wird verwendet.</translation>
    </message>
</context>
<context>
    <name>tokendesk::PageErrorHelp</name>
    <message>
        <source>This one is not known here. Show it to the owner of the app; most often the app id, the redirect address or a tester&apos;s invitation is the cause.</source>
        <translation>Dieser Fehler ist hier nicht bekannt. Zeigen Sie ihn dem Besitzer der App; meist liegt es an der App-ID, der Weiterleitungsadresse oder der Einladung eines Testers.</translation>
    </message>
    <message>
        <source>Check your app</source>
        <translation>App prüfen</translation>
    </message>
    <message>
        <source>Open the app&apos;s dashboard</source>
        <translation>Dashboard der App öffnen</translation>
    </message>
    <message>
        <source>Open the account&apos;s invitations</source>
        <translation>Einladungen des Kontos öffnen</translation>
    </message>
    <message>
        <source>What the page says</source>
        <translation>Was die Seite sagt</translation>
    </message>
    <message>
        <source>Pick what it says, or paste it</source>
        <translation>Wählen Sie aus, was dort steht, oder fügen Sie es ein</translation>
    </message>
    <message>
        <source>No answer comes back then. What the page says tells what to mend:</source>
        <translation>Dann kommt keine Antwort zurück. Was die Seite sagt, verrät, was zu tun ist:</translation>
    </message>
</context>
<context>
    <name>tokendesk::PagedDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>tokendesk::PasteBox</name>
    <message>
        <source>The whole address, from “http” to its end.</source>
        <translation>Die ganze Adresse, von „http“ bis zum Ende.</translation>
    </message>
    <message>
        <source>Address from the browser&apos;s address bar</source>
        <translation>Adresse aus der Adresszeile des Browsers</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>Diese Adresse verwenden</translation>
    </message>
    <message>
        <source>That is all right. Copy the whole address from the browser&apos;s address bar and paste it here.</source>
        <translation>Das macht nichts. Kopieren Sie die ganze Adresse aus der Adresszeile des Browsers und fügen Sie sie hier ein.</translation>
    </message>
    <message>
        <source>This is not the address to which the answer comes back. Copy the one that the browser shows when it cannot reach the page.</source>
        <translation>Das ist nicht die Adresse, an die die Antwort kommt. Kopieren Sie die, die der Browser zeigt, wenn er die Seite nicht erreicht.</translation>
    </message>
    <message>
        <source>This address belongs to another or an earlier sign-in. Open the page again and copy the new one.</source>
        <translation>Diese Adresse gehört zu einer anderen oder früheren Anmeldung. Öffnen Sie die Seite noch einmal und kopieren Sie die neue.</translation>
    </message>
    <message>
        <source>There is no answer in this address. Copy all of it, with what follows “code=”.</source>
        <translation>In dieser Adresse steht keine Antwort. Kopieren Sie sie ganz, mit dem, was auf „code=“ folgt.</translation>
    </message>
    <message>
        <source>Something stands in this address twice. Copy it once more, alone.</source>
        <translation>In dieser Adresse steht etwas doppelt. Kopieren Sie sie noch einmal, ohne anderes.</translation>
    </message>
    <message>
        <source>This is too long to be the address. Copy the address alone.</source>
        <translation>Das ist zu lang für die Adresse. Kopieren Sie nur die Adresse.</translation>
    </message>
</context>
<context>
    <name>tokendesk::PasteText</name>
    <message>
        <source>This is an Instagram token. TokenDesk asks Instagram whose it is and keeps it in your computer&apos;s keychain.</source>
        <translation>Das ist ein Instagram-Token. TokenDesk fragt Instagram, wessen es ist, und bewahrt es im Schlüsselbund Ihres Computers auf.</translation>
    </message>
    <message>
        <source>This is a token of Practice, the Instagram stand-in on this computer.</source>
        <translation>Das ist ein Token von Practice, dem Instagram-Ersatz auf diesem Computer.</translation>
    </message>
    <message>
        <source>This is of the first Instagram API, which ended on %1. Instagram Login replaces it: connect the account by signing in. It has to be a professional account.</source>
        <translation>Das stammt von der ersten Instagram-API, die am %1 endete. Instagram Login ersetzt sie: Verbinden Sie das Konto durch Anmelden. Es muss ein professionelles Konto sein.</translation>
    </message>
    <message>
        <source>This is of Instagram Basic Display, which ended on %1. Instagram Login replaces it: connect the account by signing in. It has to be a professional account, which is a free setting in the Instagram app.</source>
        <translation>Das stammt von Instagram Basic Display, das am %1 endete. Instagram Login ersetzt es: Verbinden Sie das Konto durch Anmelden. Es muss ein professionelles Konto sein; das ist eine kostenlose Einstellung in der Instagram-App.</translation>
    </message>
    <message>
        <source>This asks for permissions by names that ended on %1. Today&apos;s names begin with “instagram_business_”; TokenDesk uses them when you connect the account.</source>
        <translation>Das verlangt Berechtigungen unter Namen, die am %1 endeten. Die heutigen beginnen mit „instagram_business_“; TokenDesk verwendet sie, wenn Sie das Konto verbinden.</translation>
    </message>
    <message>
        <source>Posting as a person on Facebook ended on %1. Nothing replaces it.</source>
        <translation>Als Person auf Facebook zu posten endete am %1. Dafür gibt es keinen Ersatz.</translation>
    </message>
    <message>
        <source>This asks for Page permissions by names that ended on %1. Today&apos;s names begin with “pages_”.</source>
        <translation>Das verlangt Seiten-Berechtigungen unter Namen, die am %1 endeten. Die heutigen beginnen mit „pages_“.</translation>
    </message>
    <message>
        <source>Tokens without an end are no longer given for the asking since %1. TokenDesk extends and renews tokens instead.</source>
        <translation>Token ohne Ende gibt es seit dem %1 nicht mehr auf Wunsch. TokenDesk verlängert und erneuert Token stattdessen.</translation>
    </message>
    <message>
        <source>“user_photos” is about photos on Facebook. It never gives a token for Instagram; connect the account by signing in.</source>
        <translation>„user_photos“ betrifft Fotos auf Facebook. Es ergibt nie ein Token für Instagram; verbinden Sie das Konto durch Anmelden.</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>is being checked…</source>
        <translation>wird geprüft…</translation>
    </message>
    <message>
        <source>✓ kept</source>
        <translation>✓ aufbewahrt</translation>
    </message>
    <message>
        <source>✓ kept in the place of an earlier token</source>
        <translation>✓ aufbewahrt, anstelle eines früheren Tokens</translation>
    </message>
    <message>
        <source>A part of this token is missing. Copy it again, from its first character to its last.</source>
        <translation>Von diesem Token fehlt ein Teil. Kopieren Sie es noch einmal, vom ersten bis zum letzten Zeichen.</translation>
    </message>
    <message numerus="yes">
        <source>There are %n tokens in it. TokenDesk can check them all.</source>
        <translation>
            <numerusform>Darin ist %n Token. TokenDesk kann es prüfen.</numerusform>
            <numerusform>Darin sind %n Token. TokenDesk kann sie alle prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This looks like an app secret and is no token. Enter it on the page “Your app” when you connect an account, and give it to nobody.</source>
        <translation>Das sieht nach einem App-Geheimcode aus und ist kein Token. Geben Sie ihn auf der Seite „Ihre App“ ein, wenn Sie ein Konto verbinden, und geben Sie ihn niemandem.</translation>
    </message>
    <message>
        <source>This is only a number, such as an app id or an account&apos;s number, and no token.</source>
        <translation>Das ist nur eine Zahl, etwa eine App-ID oder die Nummer eines Kontos, und kein Token.</translation>
    </message>
    <message>
        <source>This is a code from the consent page and no token. It works once, and only for the sign-in that asked for it. Connect the account by signing in.</source>
        <translation>Das ist ein Code von der Zustimmungsseite und kein Token. Er gilt einmal und nur für die Anmeldung, die ihn verlangt hat. Verbinden Sie das Konto durch Anmelden.</translation>
    </message>
    <message>
        <source>This is too long to be a token. Copy the token alone, or open a file with one token in each line.</source>
        <translation>Das ist zu lang für ein Token. Kopieren Sie das Token allein, oder öffnen Sie eine Datei mit einem Token in jeder Zeile.</translation>
    </message>
    <message>
        <source>There is no token in this text. One of Instagram begins with “IGAA”.</source>
        <translation>In diesem Text ist kein Token. Eines von Instagram beginnt mit „IGAA“.</translation>
    </message>
    <message>
        <source>Instagram token</source>
        <translation>Instagram-Token</translation>
    </message>
    <message>
        <source>Basic Display token</source>
        <translation>Token von Basic Display</translation>
    </message>
    <message>
        <source>token of the first Instagram API</source>
        <translation>Token der ersten Instagram-API</translation>
    </message>
    <message>
        <source>Facebook token</source>
        <translation>Facebook-Token</translation>
    </message>
    <message>
        <source>an app&apos;s own token</source>
        <translation>Token einer App selbst</translation>
    </message>
    <message>
        <source>Practice token</source>
        <translation>Practice-Token</translation>
    </message>
    <message>
        <source>app secret</source>
        <translation>App-Geheimcode</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>◆ %1</source>
        <comment>a diamond marks a warning</comment>
        <translation>◆ %1</translation>
    </message>
    <message>
        <source>the same token as in line %1</source>
        <translation>dasselbe Token wie in Zeile %1</translation>
    </message>
    <message>
        <source>nothing stands in this row</source>
        <translation>in dieser Zeile steht nichts</translation>
    </message>
    <message>
        <source>Get a new one where this one came from, or connect the account by signing in.</source>
        <translation>Holen Sie ein neues von dort, woher dieses kam, oder verbinden Sie das Konto durch Anmelden.</translation>
    </message>
    <message>
        <source>It belongs to another service, or a part of it is missing. Copy it again, from its first character to its last.</source>
        <translation>Es gehört zu einem anderen Dienst, oder ein Teil davon fehlt. Kopieren Sie es noch einmal, vom ersten bis zum letzten Zeichen.</translation>
    </message>
    <message>
        <source>Get one with the permission “instagram_business_basic”: without it nobody can learn whose token it is.</source>
        <translation>Holen Sie eines mit der Berechtigung „instagram_business_basic“: Ohne sie lässt sich nicht erfahren, wessen Token es ist.</translation>
    </message>
    <message>
        <source>a part of it is missing</source>
        <translation>ein Teil davon fehlt</translation>
    </message>
    <message>
        <source>gives no token for Instagram</source>
        <translation>ergibt kein Token für Instagram</translation>
    </message>
    <message>
        <source>too long to be a token</source>
        <translation>zu lang für ein Token</translation>
    </message>
    <message>
        <source>is no token</source>
        <translation>ist kein Token</translation>
    </message>
    <message>
        <source>This is a Facebook token, of a person, a Page or a system user. TokenDesk asks Facebook which, and keeps it in your computer&apos;s keychain.</source>
        <translation>Das ist ein Facebook-Token, von einer Person, einer Seite oder einem Systembenutzer. TokenDesk fragt Facebook, wovon, und bewahrt es im Schlüsselbund Ihres Computers auf.</translation>
    </message>
    <message>
        <source>This is a token of Practice as Facebook, the stand-in on this computer.</source>
        <translation>Das ist ein Token von Practice als Facebook, dem Ersatz auf diesem Computer.</translation>
    </message>
    <message>
        <source>ended on %1; sign in instead</source>
        <translation>endete am %1; melden Sie sich stattdessen an</translation>
    </message>
    <message>
        <source>This is the token of an app itself. It speaks for no account, and whoever has it can act as the app. TokenDesk asks Facebook whether it works, and keeps it in your computer&apos;s keychain.</source>
        <translation>Das ist das Token einer App selbst. Es spricht für kein Konto, und wer es hat, kann als die App handeln. TokenDesk fragt Facebook, ob es gilt, und bewahrt es im Schlüsselbund Ihres Computers auf.</translation>
    </message>
</context>
<context>
    <name>tokendesk::PermissionList</name>
    <message>
        <source>What it may do</source>
        <translation>Was es darf</translation>
    </message>
    <message>
        <source>%1 of %2 granted</source>
        <extracomment>4 of 5 permissions that were asked for</extracomment>
        <translation>%1 von %2 erlaubt</translation>
    </message>
    <message>
        <source>%1 did not say what was granted. It was asked for:</source>
        <translation>%1 hat nicht gesagt, was erlaubt wurde. Verlangt wurde:</translation>
    </message>
    <message>
        <source>%1: granted</source>
        <translation>%1: erlaubt</translation>
    </message>
    <message>
        <source>%1: declined</source>
        <translation>%1: abgelehnt</translation>
    </message>
    <message>
        <source>Withdraw a permission</source>
        <translation>Eine Berechtigung zurücknehmen</translation>
    </message>
    <message>
        <source>%1 has no way to take a single permission back from here. Whoever owns the account can take all of the app&apos;s access away there.</source>
        <translation>Bei %1 lässt sich eine einzelne Berechtigung nicht von hier aus zurücknehmen. Wem das Konto gehört, kann der App dort den ganzen Zugriff entziehen.</translation>
    </message>
    <message>
        <source>Take the app&apos;s access away at %1</source>
        <translation>Der App bei %1 den Zugriff entziehen</translation>
    </message>
    <message>
        <source>Ask again for these</source>
        <translation>Danach noch einmal fragen</translation>
    </message>
    <message>
        <source>Change permissions…</source>
        <translation>Berechtigungen ändern …</translation>
    </message>
    <message>
        <source>Change permissions</source>
        <translation>Berechtigungen ändern</translation>
    </message>
    <message>
        <source>Signs this account in again with other permissions; its name and settings stay.</source>
        <translation>Meldet dieses Konto mit anderen Berechtigungen neu an; sein Name und seine Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>%1 asks once more for: %2</source>
        <translation>%1 fragt noch einmal nach: %2</translation>
    </message>
    <message>
        <source>Ask again for: %1</source>
        <translation>Noch einmal fragen nach: %1</translation>
    </message>
    <message>
        <source>All of them, to start afresh…</source>
        <translation>Alle, um neu zu beginnen …</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Erbeten</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>✓ asked</source>
        <translation>✓ erbeten</translation>
    </message>
    <message>
        <source>– not asked</source>
        <translation>– nicht erbeten</translation>
    </message>
    <message>
        <source>✓ granted</source>
        <extracomment>The answer to a permission that was asked for</extracomment>
        <translation>✓ erlaubt</translation>
    </message>
    <message>
        <source>%1: granted, not asked for</source>
        <translation>%1: erlaubt, nicht erbeten</translation>
    </message>
    <message>
        <source>✕ declined</source>
        <extracomment>The answer to a permission that was asked for</extracomment>
        <translation>✕ abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n granted</source>
        <translation>
            <numerusform>%n erlaubt</numerusform>
            <numerusform>%n erlaubt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PermissionsPage</name>
    <message>
        <source>Meta reviews an app before accounts of other people can give it these permissions. Accounts of your own, once they are testers of the app, need no review.</source>
        <translation>Meta prüft eine App, bevor Konten anderer Menschen ihr diese Berechtigungen geben können. Ihre eigenen Konten brauchen keine Prüfung, sobald sie Tester der App sind.</translation>
    </message>
    <message>
        <source>Ask for the password again, to sign in with another account</source>
        <translation>Noch einmal nach dem Passwort fragen, um sich mit einem anderen Konto anzumelden</translation>
    </message>
    <message>
        <source>What may the token do?</source>
        <translation>Was darf das Token?</translation>
    </message>
    <message>
        <source>Tick only what you need. %1 shows the same list to the account&apos;s owner, who can say no to each.</source>
        <translation>Wählen Sie nur, was Sie brauchen. %1 zeigt dieselbe Liste der Person, der das Konto gehört; sie kann jeden Punkt ablehnen.</translation>
    </message>
    <message>
        <source>Continue to %1</source>
        <translation>Weiter zu %1</translation>
    </message>
    <message>
        <source>Learn what Meta reviews</source>
        <translation>Erfahren, was Meta prüft</translation>
    </message>
    <message>
        <source>Configuration id</source>
        <translation>Konfigurations-ID</translation>
    </message>
    <message>
        <source>only with Facebook Login for Business</source>
        <translation>nur bei Facebook Login for Business</translation>
    </message>
    <message>
        <source>The configuration decides what the consent page asks for.</source>
        <translation>Die Konfiguration bestimmt, wonach die Zustimmungsseite fragt.</translation>
    </message>
    <message>
        <source>Sign in on another device…</source>
        <translation>Auf einem anderen Gerät anmelden…</translation>
    </message>
    <message>
        <source>A code is shown here; you enter it on a phone or another computer.</source>
        <translation>Hier erscheint ein Code; Sie geben ihn auf einem Telefon oder einem anderen Computer ein.</translation>
    </message>
    <message>
        <source>A token for a server…</source>
        <translation>Ein Token für einen Server …</translation>
    </message>
    <message>
        <source>Of a system user or of the app itself; nobody signs in.</source>
        <translation>Das eines Systembenutzers oder der App selbst; niemand meldet sich an.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Untick</source>
        <translation>Abwählen</translation>
    </message>
    <message>
        <source>Reset the permissions</source>
        <translation>Berechtigungen zurücksetzen</translation>
    </message>
    <message>
        <source>Ticks again what was ticked at first.</source>
        <translation>Kreuzt wieder an, was am Anfang angekreuzt war.</translation>
    </message>
    <message>
        <source>Untick what is not needed</source>
        <translation>Abwählen, was nicht gebraucht wird</translation>
    </message>
    <message numerus="yes">
        <source>%n permission(s) found</source>
        <translation>
            <numerusform>%n Berechtigung gefunden</numerusform>
            <numerusform>%n Berechtigungen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The consent page will ask for nothing.</source>
        <translation>Die Zustimmungsseite fragt nach nichts.</translation>
    </message>
    <message numerus="yes">
        <source>The consent page will ask for &lt;b&gt;%n permission(s)&lt;/b&gt;: %1.</source>
        <translation>
            <numerusform>Die Zustimmungsseite fragt nach &lt;b&gt;%n Berechtigung&lt;/b&gt;: %1.</numerusform>
            <numerusform>Die Zustimmungsseite fragt nach &lt;b&gt;%n Berechtigungen&lt;/b&gt;: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Behind the names of some permissions</extracomment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>More than is needed for what you chose: %1.</source>
        <translation>Mehr, als für das Gewählte nötig ist: %1.</translation>
    </message>
    <message>
        <source>Facebook keeps what it granted before: %1. Withdraw it on the account&apos;s page, or at Facebook.</source>
        <translation>Facebook behält bei, was früher erlaubt wurde: %1. Nehmen Sie es auf der Seite des Kontos oder bei Facebook zurück.</translation>
    </message>
    <message>
        <source>You cannot sign in on another device: %1 wants the app secret for that, and %2 keeps it.</source>
        <translation>Sie können sich nicht auf einem anderen Gerät anmelden: %1 verlangt dafür den App-Geheimcode, und den bewahrt %2 auf.</translation>
    </message>
</context>
<context>
    <name>tokendesk::PreferencesDialog</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Light and dark follow the system unless you choose one.</source>
        <translation>Hell und dunkel folgen dem System, solange Sie nichts wählen.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Changes at once. Your accounts stay as they are.</source>
        <translation>Gilt sofort. Ihre Konten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Clear the clipboard after</source>
        <translation>Zwischenablage leeren nach</translation>
    </message>
    <message>
        <source>A copied token leaves the clipboard by itself, unless something else was copied meanwhile.</source>
        <translation>Ein kopiertes Token verlässt die Zwischenablage von selbst, sofern nicht inzwischen etwas anderes kopiert wurde.</translation>
    </message>
    <message>
        <source>Go on beside the clock</source>
        <translation>Neben der Uhr weiterlaufen</translation>
    </message>
    <message>
        <source>When the window is closed</source>
        <translation>Wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>Tokens are renewed on time. Where the desktop has no place for it, closing the window ends TokenDesk.</source>
        <translation>Tokens werden rechtzeitig erneuert. Wo der Desktop keinen Platz dafür hat, wird TokenDesk mit dem Fenster beendet.</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Remind me to replace after</source>
        <translation>An Ersatz erinnern nach</translation>
    </message>
    <message>
        <source>App secrets, and tokens that are not renewed by themselves. A line in the activity says so.</source>
        <translation>App-Geheimcodes, und Tokens, die sich nicht von selbst erneuern. Eine Zeile in der Aktivität sagt es.</translation>
    </message>
</context>
<context>
    <name>tokendesk::Presence</name>
    <message>
        <source>%1
%2</source>
        <extracomment>Program name, then &quot;2 accounts need you.&quot;</extracomment>
        <translation>%1
%2</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need you.</source>
        <translation>
            <numerusform>%n Konto braucht Sie.</numerusform>
            <numerusform>%n Konten brauchen Sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) are kept alive.</source>
        <translation>
            <numerusform>%n Konto wird am Leben gehalten.</numerusform>
            <numerusform>%n Konten werden am Leben gehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>TokenDesk goes on working</source>
        <translation>TokenDesk arbeitet weiter</translation>
    </message>
    <message>
        <source>It stays beside the clock and renews your tokens. Quit it from its menu there.</source>
        <translation>Es bleibt neben der Uhr und erneuert Ihre Tokens. Beenden können Sie es dort über sein Menü.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Account, status, such as &quot;@shop: Needs you, password changed&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The token of %1 ends %2</source>
        <translation>Das Token von %1 endet %2</translation>
    </message>
    <message>
        <source>It cannot be renewed without you. Sign in again to keep the account working.</source>
        <translation>Ohne Sie kann es nicht erneuert werden. Melden Sie sich neu an, damit das Konto weiter funktioniert.</translation>
    </message>
    <message>
        <source>Renewing it has not worked so far. Open TokenDesk to see why.</source>
        <translation>Das Erneuern ist bisher nicht gelungen. Öffnen Sie TokenDesk, um zu sehen, warum.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>%1 and others.</source>
        <extracomment>A list of some accounts</extracomment>
        <translation>%1 und andere.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Sign in again to confirm it, so that the account goes on working.</source>
        <translation>Melden Sie sich neu an, um ihn zu bestätigen, damit das Konto weiter funktioniert.</translation>
    </message>
    <message>
        <source>Access to the data of %1 ends %2</source>
        <extracomment>Account, &quot;in 3 days&quot;</extracomment>
        <translation>Der Zugriff auf die Daten von %1 endet %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProviderDialog</name>
    <message>
        <source>Another provider</source>
        <translation>Anderer Anbieter</translation>
    </message>
    <message>
        <source>Discover</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Its address fills the form where the server describes itself, as most do.</source>
        <translation>Die Adresse füllt das Formular aus, wo der Server sich selbst beschreibt; die meisten tun das.</translation>
    </message>
    <message>
        <source>Open a provider file…</source>
        <translation>Anbieterdatei öffnen …</translation>
    </message>
    <message>
        <source>Add the provider</source>
        <translation>Anbieter hinzufügen</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message numerus="yes">
        <source>Used by %n account(s): what you change holds for them as well.</source>
        <translation>
            <numerusform>Von %n Konto verwendet: Was Sie ändern, gilt auch dafür.</numerusform>
            <numerusform>Von %n Konten verwendet: Was Sie ändern, gilt auch für sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check that it is still there and that you may read it.</source>
        <translation>„%1“ lässt sich nicht lesen. Prüfen Sie, ob die Datei noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <extracomment>A file&apos;s name. Why it cannot be used.</extracomment>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>Open a provider file</source>
        <translation>Anbieterdatei öffnen</translation>
    </message>
    <message>
        <source>Provider files (*.json)</source>
        <translation>Anbieterdateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This is no address of a server, such as login.example.org. It has to be https.</source>
        <translation>Das ist keine Adresse eines Servers, wie etwa login.example.org. Sie muss mit https beginnen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>✓ %1 has described itself. Look whether the hosts below are the right ones.</source>
        <translation>✓ %1 hat sich beschrieben. Sehen Sie nach, ob die Server unten die richtigen sind.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Schließen, ohne zu speichern?</translation>
    </message>
    <message>
        <source>What you have entered about the provider is lost then.</source>
        <translation>Was Sie über den Anbieter eingegeben haben, geht dann verloren.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProviderForm</name>
    <message>
        <source>Permissions to choose from, one on each line</source>
        <translation>Berechtigungen zur Auswahl, eine in jeder Zeile</translation>
    </message>
    <message>
        <source>Redirect addresses, one on each line</source>
        <translation>Weiterleitungsadressen, eine je Zeile</translation>
    </message>
    <message>
        <source>Protect codes with PKCE</source>
        <translation>Codes mit PKCE schützen</translation>
    </message>
    <message>
        <source>Its answers name the server; refuse those that do not</source>
        <translation>Seine Antworten nennen den Server; andere ablehnen</translation>
    </message>
    <message>
        <source>Show the consent page at each sign-in</source>
        <translation>Bei jeder Anmeldung die Zustimmungsseite zeigen</translation>
    </message>
    <message>
        <source>Put commas between permissions instead of blanks</source>
        <translation>Kommas statt Leerzeichen zwischen die Berechtigungen setzen</translation>
    </message>
    <message>
        <source>More addresses of the server</source>
        <translation>Weitere Adressen des Servers</translation>
    </message>
    <message>
        <source>How the app signs in</source>
        <translation>Wie die App sich anmeldet</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Consent page</source>
        <translation>Zustimmungsseite</translation>
    </message>
    <message>
        <source>What the browser shows; “authorization endpoint”.</source>
        <translation>Was der Browser zeigt; „authorization endpoint“.</translation>
    </message>
    <message>
        <source>Where a code becomes a token</source>
        <translation>Wo aus einem Code ein Token wird</translation>
    </message>
    <message>
        <source>“Token endpoint”.</source>
        <translation>„Token endpoint“.</translation>
    </message>
    <message>
        <source>Permissions to choose from</source>
        <translation>Berechtigungen zur Auswahl</translation>
    </message>
    <message>
        <source>One on each line, as the server calls them (“scopes”). You tick those you need when you connect an account.</source>
        <translation>Eine in jeder Zeile, wie der Server sie nennt („scopes“). Welche Sie brauchen, kreuzen Sie an, wenn Sie ein Konto verbinden.</translation>
    </message>
    <message>
        <source>What the server calls itself</source>
        <translation>Wie der Server sich selbst nennt</translation>
    </message>
    <message>
        <source>“Issuer”.</source>
        <translation>„Issuer“.</translation>
    </message>
    <message>
        <source>Whose token it is</source>
        <translation>Wessen Token es ist</translation>
    </message>
    <message>
        <source>“UserInfo endpoint”.</source>
        <translation>„UserInfo endpoint“.</translation>
    </message>
    <message>
        <source>Where a token is ended</source>
        <translation>Wo ein Token beendet wird</translation>
    </message>
    <message>
        <source>“Revocation endpoint”.</source>
        <translation>„Revocation endpoint“.</translation>
    </message>
    <message>
        <source>Whether a token works</source>
        <translation>Ob ein Token gilt</translation>
    </message>
    <message>
        <source>“Introspection endpoint”.</source>
        <translation>„Introspection endpoint“.</translation>
    </message>
    <message>
        <source>Codes for another device</source>
        <translation>Codes für ein anderes Gerät</translation>
    </message>
    <message>
        <source>“Device authorization endpoint”.</source>
        <translation>„Device authorization endpoint“.</translation>
    </message>
    <message>
        <source>How the app shows its secret</source>
        <translation>Wie die App ihr Geheimnis vorzeigt</translation>
    </message>
    <message>
        <source>In the header (client_secret_basic)</source>
        <translation>In der Kopfzeile (client_secret_basic)</translation>
    </message>
    <message>
        <source>In the form (client_secret_post)</source>
        <translation>Im Formular (client_secret_post)</translation>
    </message>
    <message>
        <source>It has no secret (public client)</source>
        <translation>Sie hat kein Geheimnis (public client)</translation>
    </message>
    <message>
        <source>Some servers let a token be renewed only then.</source>
        <translation>Manche Server lassen ein Token nur dann erneuern.</translation>
    </message>
    <message>
        <source>Redirect addresses</source>
        <translation>Weiterleitungsadressen</translation>
    </message>
    <message>
        <source>The browser brings the answer there. Register each of them at the server.</source>
        <translation>Dorthin bringt der Browser die Antwort. Tragen Sie jede davon beim Server ein.</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>A sign-in with it goes to these web sites. Go on only if you know them:</source>
        <translation>Eine Anmeldung damit führt zu diesen Websites. Fahren Sie nur fort, wenn Sie sie kennen:</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProviderText</name>
    <message>
        <source>Enter at least one.</source>
        <translation>Geben Sie mindestens eine ein.</translation>
    </message>
    <message numerus="yes">
        <source>These are too many; %n will do.</source>
        <translation>
            <numerusform>Das sind zu viele; %n genügt.</numerusform>
            <numerusform>Das sind zu viele; %n genügen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each line has to be an address on this computer, with a port and a path, such as http://127.0.0.1:8957/shop/.</source>
        <translation>Jede Zeile muss eine Adresse auf diesem Computer sein, mit Port und Pfad, wie http://127.0.0.1:8957/shop/.</translation>
    </message>
    <message>
        <source>Enter a name, as you want to find it in the list.</source>
        <translation>Geben Sie einen Namen ein, unter dem Sie ihn in der Liste finden wollen.</translation>
    </message>
    <message numerus="yes">
        <source>%n characters will do.</source>
        <translation>
            <numerusform>%n Zeichen genügt.</numerusform>
            <numerusform>%n Zeichen genügen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the address of the consent page.</source>
        <translation>Geben Sie die Adresse der Zustimmungsseite ein.</translation>
    </message>
    <message>
        <source>Enter the address where a code becomes a token.</source>
        <translation>Geben Sie die Adresse ein, unter der aus einem Code ein Token wird.</translation>
    </message>
    <message>
        <source>This is no whole address, such as https://login.example.org/token.</source>
        <translation>Das ist keine ganze Adresse, wie https://login.example.org/token.</translation>
    </message>
    <message>
        <source>It has to begin with https. Without it anybody on the way could read along.</source>
        <translation>Sie muss mit https beginnen. Sonst könnte unterwegs jeder mitlesen.</translation>
    </message>
    <message>
        <source>There must be no user name in it.</source>
        <translation>Es darf kein Benutzername darin stehen.</translation>
    </message>
    <message>
        <source>There must be nothing behind a “?” or a “#”.</source>
        <translation>Es darf nichts hinter einem „?“ oder „#“ stehen.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a permission.</source>
        <translation>„%1“ kann nicht der Name einer Berechtigung sein.</translation>
    </message>
    <message>
        <source>The server there calls itself “%1”. Enter that address, if it is the one you mean.</source>
        <translation>Der Server dort nennt sich „%1“. Geben Sie diese Adresse ein, wenn Sie diesen meinen.</translation>
    </message>
    <message>
        <source>%1 does not describe itself. Check the address, or enter the addresses below as its documentation gives them.</source>
        <translation>%1 beschreibt sich nicht selbst. Prüfen Sie die Adresse, oder geben Sie unten die Adressen aus seiner Dokumentation ein.</translation>
    </message>
    <message>
        <source>What %1 says of itself cannot be used. Enter the addresses below as its documentation gives them.</source>
        <translation>Was %1 über sich sagt, ist nicht zu gebrauchen. Geben Sie unten die Adressen aus seiner Dokumentation ein.</translation>
    </message>
    <message>
        <source>Its consent page is that of “%1”, but it names hosts that do not belong there. Somebody could get hold of your sign-in that way.</source>
        <translation>Die Zustimmungsseite ist die von „%1“, aber es stehen Server dabei, die nicht dorthin gehören. So könnte jemand an Ihre Anmeldung kommen.</translation>
    </message>
    <message>
        <source>Its short name or the path of one of its redirect addresses is that of “%1”.</source>
        <translation>Der Kurzname oder der Pfad einer Weiterleitungsadresse ist der von „%1“.</translation>
    </message>
    <message>
        <source>Line %1 of it cannot be used.</source>
        <translation>Zeile %1 davon ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>It cannot be used.</source>
        <translation>Das ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>Say who you are</source>
        <translation>Sagen, wer Sie sind</translation>
    </message>
    <message>
        <source>The number under which the server knows you.</source>
        <translation>Die Nummer, unter der der Server Sie kennt.</translation>
    </message>
    <message>
        <source>See your profile</source>
        <translation>Ihr Profil sehen</translation>
    </message>
    <message>
        <source>Name, user name and picture.</source>
        <translation>Name, Benutzername und Bild.</translation>
    </message>
    <message>
        <source>See your e-mail address</source>
        <translation>Ihre E-Mail-Adresse sehen</translation>
    </message>
    <message>
        <source>And whether it was confirmed.</source>
        <translation>Und ob sie bestätigt wurde.</translation>
    </message>
    <message>
        <source>See your postal address</source>
        <translation>Ihre Postanschrift sehen</translation>
    </message>
    <message>
        <source>As it stands in your profile.</source>
        <translation>Wie sie in Ihrem Profil steht.</translation>
    </message>
    <message>
        <source>See your telephone number</source>
        <translation>Ihre Telefonnummer sehen</translation>
    </message>
    <message>
        <source>Stay connected</source>
        <translation>Verbunden bleiben</translation>
    </message>
    <message>
        <source>TokenDesk can renew the token without asking you.</source>
        <translation>TokenDesk kann das Token erneuern, ohne Sie zu fragen.</translation>
    </message>
    <message>
        <source>What it allows, the server says on its consent page.</source>
        <translation>Was sie erlaubt, sagt der Server auf seiner Zustimmungsseite.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ProxyDialog</name>
    <message>
        <source>Sign in to the proxy</source>
        <translation>Beim Proxy anmelden</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The proxy did not take the user or the password. Enter them again.</source>
        <translation>Der Proxy hat Benutzer oder Passwort nicht angenommen. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>TokenDesk reaches the internet through %1, which lets nobody through who has not signed in. User and password come from your company.</source>
        <translation>TokenDesk erreicht das Internet über %1 und kommt ohne Anmeldung nicht durch. Benutzer und Passwort haben Sie von Ihrer Firma.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Your keychain did not keep the password: it is used until TokenDesk ends, and asked for again after that.</source>
        <translation>Ihr Schlüsselbund hat das Passwort nicht behalten: Es gilt, bis TokenDesk endet, danach werden Sie wieder gefragt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The password is kept in your keychain, and told only to proxies that you enter it for.</source>
        <translation>Das Passwort bleibt in Ihrem Schlüsselbund und wird nur den Proxys gesagt, für die Sie es eingeben.</translation>
    </message>
</context>
<context>
    <name>tokendesk::QrPicture</name>
    <message>
        <source>QR picture</source>
        <translation>QR-Bild</translation>
    </message>
    <message>
        <source>Leads the camera of a phone to %1</source>
        <translation>Führt die Kamera eines Telefons zu %1</translation>
    </message>
</context>
<context>
    <name>tokendesk::RecoveryNotice</name>
    <message>
        <source>The file with your accounts was damaged and is set aside. Your accounts are looked for in the keychain; unlock it if it is locked.</source>
        <translation>Die Datei mit Ihren Konten war beschädigt und ist beiseitegelegt. Ihre Konten werden im Schlüsselbund gesucht; entsperren Sie ihn, falls er gesperrt ist.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt suchen</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) are here again, with their tokens. Names you gave them may be shortened.</source>
        <translation>
            <numerusform>%n Konto ist wieder da, mit seinem Token. Ein Name, den Sie ihm gegeben haben, kann gekürzt sein.</numerusform>
            <numerusform>%n Konten sind wieder da, mit ihren Tokens. Namen, die Sie ihnen gegeben haben, können gekürzt sein.</numerusform>
        </translation>
    </message>
    <message>
        <source>No account was found in the keychain. Connect yours again; the tokens they had still work elsewhere.</source>
        <translation>Im Schlüsselbund wurde kein Konto gefunden. Verbinden Sie Ihre Konten erneut; die bisherigen Tokens gelten anderswo weiter.</translation>
    </message>
    <message>
        <source>The file with your accounts was damaged and is set aside. %1</source>
        <extracomment>What was found</extracomment>
        <translation>Die Datei mit Ihren Konten war beschädigt und ist beiseitegelegt. %1</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>tokendesk::RedirectCard</name>
    <message>
        <source>Your organisation has a relay page</source>
        <translation>Ihre Organisation hat eine Weiterleitungsseite</translation>
    </message>
    <message>
        <source>Redirect addresses</source>
        <translation>Weiterleitungsadressen</translation>
    </message>
    <message>
        <source>Redirect addresses to register</source>
        <translation>Weiterleitungsadressen zum Eintragen</translation>
    </message>
    <message>
        <source>Enter them in the dashboard under “Business login settings”, exactly as they stand here. The first one that is free is used.</source>
        <translation>Tragen Sie sie im Dashboard unter „Business login settings“ genau so ein, wie sie hier stehen. Die erste freie wird benutzt.</translation>
    </message>
    <message>
        <source>Register them exactly as they stand here. The first one that is free is used.</source>
        <translation>Tragen Sie sie genau so ein, wie sie hier stehen. Die erste freie wird benutzt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::RedirectList</name>
    <message>
        <source>Redirect addresses</source>
        <translation>Weiterleitungsadressen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
</context>
<context>
    <name>tokendesk::RelayField</name>
    <message>
        <source>An https page of your organisation, such as https://login.example.org/relay.html, that brings the answer on to this computer. Register it at the app; it is used before the other addresses. Empty where there is none.</source>
        <translation>Eine https-Seite Ihrer Organisation, etwa https://login.example.org/relay.html, die die Antwort weiter zu diesem Computer bringt. Tragen Sie sie bei der App ein; sie wird vor den anderen Adressen benutzt. Leer, wo es keine gibt.</translation>
    </message>
    <message>
        <source>Save the page to host…</source>
        <translation>Die Seite zum Bereitstellen speichern…</translation>
    </message>
    <message>
        <source>Relay page</source>
        <translation>Weiterleitungsseite</translation>
    </message>
    <message>
        <source>Save the relay page as a file, to be put on an https site</source>
        <translation>Die Weiterleitungsseite als Datei speichern, um sie auf eine https-Website zu legen</translation>
    </message>
    <message>
        <source>It has to begin with https://, to be on another computer than this one, and to end without “?” and “#”.</source>
        <translation>Sie muss mit https:// beginnen, auf einem anderen Computer als diesem liegen und ohne „?“ und „#“ enden.</translation>
    </message>
    <message>
        <source>Save the relay page</source>
        <translation>Weiterleitungsseite speichern</translation>
    </message>
    <message>
        <source>The page is saved. Put it on the https site as it is, register its address at the app, and enter that here.</source>
        <translation>Die Seite ist gespeichert. Legen Sie sie unverändert auf die https-Website, tragen Sie ihre Adresse bei der App ein, und geben Sie sie hier an.</translation>
    </message>
</context>
<context>
    <name>tokendesk::RemedyText</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Your keychain does not show this token. Unlock the keychain, then try again.</source>
        <translation>Ihr Schlüsselbund zeigt dieses Token nicht. Entsperren Sie den Schlüsselbund und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>%1 no longer accepts this token. Sign in again to get a new one; nothing else changes.</source>
        <translation>%1 nimmt dieses Token nicht mehr an. Melden Sie sich neu an, um ein neues zu bekommen; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>This token works for one hour only, until %1: %2 has not turned it into a 60-day token.</source>
        <translation>Dieses Token gilt nur eine Stunde, bis %1: %2 hat daraus kein 60-Tage-Token gemacht.</translation>
    </message>
    <message>
        <source>The token could not be renewed just now and still works. The next try is %1.</source>
        <translation>Das Token ließ sich gerade nicht erneuern und gilt weiter. Der nächste Versuch ist %1.</translation>
    </message>
    <message>
        <source>This token ended on %1. Sign in again to get a new one.</source>
        <translation>Dieses Token endete am %1. Melden Sie sich neu an, um ein neues zu bekommen.</translation>
    </message>
    <message>
        <source>Access was withdrawn at %1. Sign in again to get a new token.</source>
        <translation>Der Zugriff wurde bei %1 entzogen. Melden Sie sich neu an, um ein neues Token zu bekommen.</translation>
    </message>
    <message>
        <source>Your keychain did not take this token: it is gone when TokenDesk ends. Unlock or start your keychain, then try again.</source>
        <translation>Ihr Schlüsselbund hat dieses Token nicht angenommen: Es ist weg, wenn TokenDesk endet. Entsperren oder starten Sie Ihren Schlüsselbund und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The file with the accounts did not take this token: it is gone when TokenDesk ends. Make room on the disk, or close the program that holds the file, then try again.</source>
        <translation>Die Datei mit den Konten hat dieses Token nicht angenommen: Es ist weg, wenn TokenDesk endet. Schaffen Sie Platz auf dem Datenträger oder schließen Sie das Programm, das die Datei festhält, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The password was changed, so %1 ended this token. Sign in again to get a new one.</source>
        <translation>Das Passwort wurde geändert, deshalb hat %1 dieses Token beendet. Melden Sie sich neu an, um ein neues zu bekommen.</translation>
    </message>
    <message>
        <source>%1 wants the account&apos;s owner to sign in there and pass a check. Then sign in again here.</source>
        <translation>%1 möchte, dass die Person, der das Konto gehört, sich dort anmeldet und eine Prüfung besteht. Melden Sie sich danach hier neu an.</translation>
    </message>
    <message>
        <source>%1 has given answers that cannot be understood, ten times in a row. The token still works. Try it on another network, or look for a new version of TokenDesk.</source>
        <translation>%1 hat zehnmal nacheinander Antworten gegeben, die nicht zu verstehen sind. Das Token funktioniert noch. Versuchen Sie es in einem anderen Netz, oder suchen Sie nach einer neuen Version von TokenDesk.</translation>
    </message>
    <message>
        <source>%1 shows this app no data until you confirm its access. Sign in again to do so.</source>
        <translation>%1 zeigt dieser App keine Daten, bis Sie ihren Zugriff bestätigen. Melden Sie sich dazu neu an.</translation>
    </message>
    <message>
        <source>%1 wants you to confirm this app&apos;s access by %2. Sign in again; the token itself does not end.</source>
        <translation>%1 möchte, dass Sie den Zugriff dieser App bis %2 bestätigen. Melden Sie sich neu an; das Token selbst endet nicht.</translation>
    </message>
    <message>
        <source>%1 was to end this token and could not be asked, or gave no answer. Assume that the token still works, and every copy of it. The next try is %2.</source>
        <translation>%1 sollte dieses Token beenden und war nicht zu erreichen oder hat nicht geantwortet. Gehen Sie davon aus, dass das Token noch gilt, und jede Kopie davon. Der nächste Versuch ist %2.</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>Aufgeben…</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <translation>Neues Token erstellen</translation>
    </message>
    <message>
        <source>This token ended on %1. Make a new one.</source>
        <translation>Dieses Token ist am %1 abgelaufen. Erstellen Sie ein neues.</translation>
    </message>
    <message>
        <source>%1 no longer accepts this token. Make a new one.</source>
        <translation>%1 nimmt dieses Token nicht mehr an. Erstellen Sie ein neues.</translation>
    </message>
</context>
<context>
    <name>tokendesk::RemoveDialog</name>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>This removes the token from this computer. It does not revoke it: whoever has a copy can still use it until it ends.</source>
        <translation>Das entfernt das Token von diesem Computer. Es widerruft es nicht: Wer eine Kopie hat, kann sie bis zum Ablauf weiter benutzen.</translation>
    </message>
    <message>
        <source>Take the app&apos;s access away at %1</source>
        <translation>Der App bei %1 den Zugriff entziehen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>It was to be revoked, and its provider has not ended it yet. To remove it now is to give that up: nobody here could end it any more.</source>
        <translation>Es sollte widerrufen werden, und der Anbieter hat es noch nicht beendet. Wer es jetzt entfernt, gibt das auf: Von hier aus könnte es niemand mehr beenden.</translation>
    </message>
    <message>
        <source>Revoke and remove</source>
        <translation>Widerrufen und entfernen</translation>
    </message>
</context>
<context>
    <name>tokendesk::RemoveSeveralDialog</name>
    <message>
        <source>Remove accounts</source>
        <translation>Konten entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n account(s)?</source>
        <translation>
            <numerusform>%n Konto entfernen?</numerusform>
            <numerusform>%n Konten entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This removes their tokens from this computer. It does not revoke them: whoever has a copy can still use it until it ends.</source>
        <translation>Das entfernt ihre Tokens von diesem Computer. Es widerruft sie nicht: Wer eine Kopie hat, kann sie bis zum Ablauf weiter benutzen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n of them were to be revoked, and their providers have not ended them yet. To remove them now is to give that up.</source>
        <translation>
            <numerusform>%n davon sollte widerrufen werden, und der Anbieter hat es noch nicht beendet. Es jetzt zu entfernen gibt das auf.</numerusform>
            <numerusform>%n davon sollten widerrufen werden, und die Anbieter haben sie noch nicht beendet. Sie jetzt zu entfernen gibt das auf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>This is all that is in the report. There is no token and no secret in it, but names of accounts and what the provider said. Read it before you send it on.</source>
        <translation>Das ist alles, was im Bericht steht. Es ist kein Token und kein Geheimnis darin, aber Namen von Konten und was der Anbieter gesagt hat. Lesen Sie ihn, bevor Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Den Bericht kopieren</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>TokenDesk report</source>
        <extracomment>The name of a file, without its ending</extracomment>
        <translation>TokenDesk-Bericht</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Texts (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>✓ Saved as %1. Only you can read it.</source>
        <translation>✓ Gespeichert als %1. Nur Sie können es lesen.</translation>
    </message>
    <message>
        <source>■ It could not be saved as %1. Check that the disk is not full and that you may write there, or choose another folder.</source>
        <translation>■ Das ließ sich nicht als %1 speichern. Prüfen Sie, ob der Datenträger voll ist und ob Sie dort schreiben dürfen, oder wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>tokendesk::RevokeActions</name>
    <message>
        <source>Revoke the token of %1?</source>
        <translation>Das Token von %1 widerrufen?</translation>
    </message>
    <message>
        <source>%1 is asked to end it, and with it every copy, wherever it is used. This cannot be taken back; a new token needs a new sign-in. The account stays in this list until you remove it.</source>
        <translation>%1 wird gebeten, es zu beenden, und damit jede Kopie, wo immer sie benutzt wird. Das lässt sich nicht zurücknehmen; für ein neues Token ist eine neue Anmeldung nötig. Das Konto bleibt in dieser Liste, bis Sie es entfernen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What is said of any provider, what is said of Facebook</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The tokens of Pages that this person gave the app end with it.</source>
        <translation>Die Tokens der Seiten, die diese Person der App gegeben hat, enden damit.</translation>
    </message>
    <message>
        <source>Revoke and remove</source>
        <translation>Widerrufen und entfernen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>TokenDesk cannot revoke this token.</source>
        <translation>TokenDesk kann dieses Token nicht widerrufen.</translation>
    </message>
    <message>
        <source>Whoever owns the account can take the app&apos;s access away at %1. That ends the token and every copy of it. Removing the account here does not.</source>
        <translation>Wem das Konto gehört, kann der App bei %1 den Zugriff entziehen. Das beendet das Token und jede Kopie davon. Das Konto hier zu entfernen tut das nicht.</translation>
    </message>
    <message>
        <source>Take the app&apos;s access away at %1</source>
        <translation>Der App bei %1 den Zugriff entziehen</translation>
    </message>
    <message>
        <source>%1: revoked and removed</source>
        <translation>%1: widerrufen und entfernt</translation>
    </message>
    <message>
        <source>%1 has ended the token. Programs that use it stop working.</source>
        <translation>%1 hat das Token beendet. Programme, die es benutzen, funktionieren nicht mehr.</translation>
    </message>
    <message>
        <source>%1: revoked</source>
        <translation>%1: widerrufen</translation>
    </message>
    <message>
        <source>The token of %1 is not revoked. Assume that it still works.</source>
        <translation>Das Token von %1 ist nicht widerrufen. Gehen Sie davon aus, dass es noch gilt.</translation>
    </message>
    <message>
        <source>TokenDesk goes on trying by itself, next %1. Until that has worked the account stays here with its token; then it is removed.</source>
        <translation>TokenDesk versucht es von selbst weiter, das nächste Mal %1. Bis das gelungen ist, bleibt das Konto mit seinem Token hier; dann wird es entfernt.</translation>
    </message>
    <message>
        <source>TokenDesk goes on trying by itself, next %1. Until that has worked the account stays here with its token.</source>
        <translation>TokenDesk versucht es von selbst weiter, das nächste Mal %1. Bis das gelungen ist, bleibt das Konto mit seinem Token hier.</translation>
    </message>
    <message>
        <source>The token of %1 is not revoked yet. Assume that it still works.</source>
        <extracomment>What happened, what comes of it</extracomment>
        <translation>Das Token von %1 ist noch nicht widerrufen. Gehen Sie davon aus, dass es noch gilt.</translation>
    </message>
    <message>
        <source>Give up revoking the token of %1?</source>
        <translation>Den Widerruf des Tokens von %1 aufgeben?</translation>
    </message>
    <message>
        <source>%1 has not ended it: it works on, and so does every copy of it. TokenDesk tries no more. The account stays in this list and is kept alive as before.</source>
        <translation>%1 hat es nicht beendet: Es gilt weiter, und jede Kopie davon auch. TokenDesk versucht es nicht mehr. Das Konto bleibt in dieser Liste und wird wie bisher am Leben gehalten.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>That could not be stored.</source>
        <translation>Das ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Make room on the disk, then try again.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Withdraw “%1” from %2?</source>
        <extracomment>A permission&apos;s title, an account&apos;s name</extracomment>
        <translation>„%1“ bei %2 zurücknehmen?</translation>
    </message>
    <message>
        <source>%1 is asked to take this permission back. The token works on without it, here and wherever it is used, and so do the tokens of this person&apos;s Pages. To have it again takes a new sign-in.</source>
        <translation>%1 wird gebeten, diese Berechtigung zurückzunehmen. Das Token gilt ohne sie weiter, hier und wo immer es benutzt wird, und die Tokens der Seiten dieser Person auch. Um sie wieder zu haben, ist eine neue Anmeldung nötig.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>“%1” was not withdrawn. Assume that the token still has it.</source>
        <translation>„%1“ wurde nicht zurückgenommen. Gehen Sie davon aus, dass das Token sie noch hat.</translation>
    </message>
    <message>
        <source>It is the app&apos;s own. It ends when the app secret is reset in the app&apos;s dashboard, and with it all that is signed with that secret.</source>
        <translation>Es gehört der App selbst. Es endet, wenn der App-Geheimcode im Dashboard der App zurückgesetzt wird, und mit ihm alles, was mit diesem Geheimcode unterschrieben ist.</translation>
    </message>
    <message>
        <source>%1 ends the token of a system user only for the app with its secret. Keep the secret in “Your apps” and try again, or have an administrator remove the token in the Business settings.</source>
        <translation>%1 beendet das Token eines Systembenutzers nur für die App mit ihrem Geheimcode. Bewahren Sie den Geheimcode unter „Ihre Apps“ auf und versuchen Sie es noch einmal, oder lassen Sie das Token in den Business-Einstellungen von einem Administrator entfernen.</translation>
    </message>
    <message>
        <source>%1 ends the token of a system user only for the app with its secret, and %2 keeps that. Have it ended by who runs that broker, or have an administrator remove the token in the Business settings.</source>
        <translation>%1 beendet das Token eines Systembenutzers nur für die App mit ihrem Geheimcode, und den bewahrt %2 auf. Lassen Sie es von denen beenden, die diesen Vermittler betreiben, oder lassen Sie das Token in den Business-Einstellungen von einem Administrator entfernen.</translation>
    </message>
    <message>
        <source>%1 ends a token only for the app with its secret, and %2 keeps that. Have it ended by who runs that broker. Removing the account here does not end it.</source>
        <translation>%1 beendet ein Token nur für die App mit ihrem Geheimcode, und den bewahrt %2 auf. Lassen Sie es von denen beenden, die diesen Vermittler betreiben. Das Konto hier zu entfernen beendet es nicht.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ScopePicker</name>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Facebook Login only</source>
        <translation>nur mit Facebook Login</translation>
    </message>
    <message>
        <source>Instagram Login only</source>
        <translation>nur mit Instagram Login</translation>
    </message>
    <message>
        <source>Here it is called %1.</source>
        <translation>Hier heißt sie %1.</translation>
    </message>
    <message>
        <source>retired, nothing replaces it</source>
        <translation>abgeschafft, ohne Ersatz</translation>
    </message>
    <message>
        <source>retired → use %1</source>
        <translation>abgeschafft → %1</translation>
    </message>
    <message>
        <source>No permission is called “%1”.</source>
        <translation>Keine Berechtigung heißt „%1“.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ScopeRow</name>
    <message>
        <source>always on</source>
        <translation>immer dabei</translation>
    </message>
    <message>
        <source>Ticked because it is needed by %1.</source>
        <translation>Ausgewählt, weil es von %1 gebraucht wird.</translation>
    </message>
    <message>
        <source>needs App Review</source>
        <translation>braucht App Review</translation>
    </message>
    <message>
        <source>Meta reviews the app before accounts of other people can give it this permission.</source>
        <translation>Meta prüft die App, bevor Konten anderer Leute ihr diese Berechtigung geben können.</translation>
    </message>
</context>
<context>
    <name>tokendesk::ScopeSearch</name>
    <message>
        <source>Find a permission</source>
        <translation>Berechtigung suchen</translation>
    </message>
    <message>
        <source>Find a permission (%1)</source>
        <extracomment>%1 is a key, such as Ctrl+F</extracomment>
        <translation>Berechtigung suchen (%1)</translation>
    </message>
    <message>
        <source>By its words or its technical name; old names are known as well.</source>
        <translation>Nach ihren Wörtern oder ihrem technischen Namen; auch alte Namen sind bekannt.</translation>
    </message>
</context>
<context>
    <name>tokendesk::SecretDialog</name>
    <message>
        <source>App secret</source>
        <translation>App-Geheimcode</translation>
    </message>
    <message>
        <source>The secret of the app “%1” is not kept on this computer. It is needed once to turn the one-hour token into a 60-day token.</source>
        <translation>Der Geheimcode der App „%1“ wird auf diesem Computer nicht aufbewahrt. Er ist einmal nötig, um aus dem Ein-Stunden-Token ein 60-Tage-Token zu machen.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>tokendesk::SecretField</name>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s), hidden</source>
        <translation>
            <numerusform>%n Zeichen, verborgen</numerusform>
            <numerusform>%n Zeichen, verborgen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ServerPage</name>
    <message>
        <source>Token of a system user</source>
        <translation>Token eines Systembenutzers</translation>
    </message>
    <message>
        <source>The app&apos;s own token</source>
        <translation>Das Token der App selbst</translation>
    </message>
    <message>
        <source>In Meta&apos;s Business settings under Users, System users.</source>
        <translation>In Metas Business-Einstellungen unter Nutzer, Systembenutzer.</translation>
    </message>
    <message>
        <source>Paste an administrator&apos;s token here.</source>
        <translation>Fügen Sie hier das Token eines Administrators ein.</translation>
    </message>
    <message>
        <source>Of an administrator of the portfolio or of another of its system users, with the permission “business_management”. It is used once and not kept.</source>
        <translation>Von einem Administrator des Portfolios oder von einem anderen seiner Systembenutzer, mit der Berechtigung „business_management“. Es wird einmal benutzt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>It ends after 60 days, and TokenDesk renews it</source>
        <translation>Es endet nach 60 Tagen, und TokenDesk erneuert es</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was es darf</translation>
    </message>
    <message>
        <source>Id of the system user</source>
        <translation>ID des Systembenutzers</translation>
    </message>
    <message>
        <source>Token of an administrator</source>
        <translation>Token eines Administrators</translation>
    </message>
    <message>
        <source>Speaks for a system user of your business portfolio, and so for the Pages and Instagram accounts that were assigned to it. No person has to sign in again.</source>
        <translation>Spricht für einen Systembenutzer Ihres Business-Portfolios und damit für die Seiten und Instagram-Konten, die ihm zugewiesen sind. Niemand muss sich noch einmal anmelden.</translation>
    </message>
    <message>
        <source>Speaks for the app alone: for its settings and for looking at its tokens. It reaches no account, and has no end.</source>
        <translation>Spricht nur für die App: für ihre Einstellungen und um ihre Tokens zu prüfen. Es erreicht kein Konto und läuft nicht ab.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste the administrator&apos;s token from the clipboard</source>
        <translation>Das Token des Administrators aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>A token for a server</source>
        <translation>Ein Token für einen Server</translation>
    </message>
    <message>
        <source>%1 makes it for your app, with the app secret. Nobody signs in.</source>
        <translation>%1 erstellt es für Ihre App, mit dem App-Geheimcode. Niemand meldet sich an.</translation>
    </message>
    <message>
        <source>Make the token</source>
        <translation>Token erstellen</translation>
    </message>
    <message>
        <source>The id of a system user has only digits.</source>
        <translation>Die ID eines Systembenutzers besteht nur aus Ziffern.</translation>
    </message>
    <message>
        <source>A part of this token is missing.</source>
        <translation>Ein Teil dieses Tokens fehlt.</translation>
    </message>
    <message>
        <source>This is no Facebook token.</source>
        <translation>Das ist kein Facebook-Token.</translation>
    </message>
    <message>
        <source>The secret of this app is kept by %1, and a token for a server takes the secret itself. Have it made where the secret is, and paste it under “I already have a token”.</source>
        <translation>Den Geheimcode dieser App bewahrt %1 auf, und ein Token für einen Server braucht den Geheimcode selbst. Lassen Sie es dort erstellen, wo der Geheimcode ist, und fügen Sie es unter „Ich habe schon ein Token“ ein.</translation>
    </message>
    <message>
        <source>It ends after 60 days, and is renewed only where the app secret is kept</source>
        <translation>Es endet nach 60 Tagen und wird nur erneuert, wo der App-Geheimcode aufbewahrt wird</translation>
    </message>
</context>
<context>
    <name>tokendesk::ServerText</name>
    <message>
        <source>It has no end.</source>
        <translation>Es läuft nicht ab.</translation>
    </message>
    <message>
        <source>TokenDesk renews it with the app secret; the earlier one works on to its own end.</source>
        <translation>TokenDesk erneuert es mit dem App-Geheimcode; das frühere gilt bis zu seinem eigenen Ende weiter.</translation>
    </message>
    <message>
        <source>It is not renewed, since that takes the app secret: keep the secret in “Your apps”, or make a new token before this one ends.</source>
        <translation>Es wird nicht erneuert, denn dazu braucht es den App-Geheimcode: Bewahren Sie ihn unter „Ihre Apps“ auf oder erstellen Sie ein neues Token, bevor dieses endet.</translation>
    </message>
    <message>
        <source>It speaks for the app itself: a server looks at the app&apos;s settings and at its tokens with it. It reaches no account, no Page and nothing at Instagram. It has no end; only a new app secret ends it, so guard it like the secret.</source>
        <translation>Es spricht für die App selbst: Ein Server liest damit die Einstellungen der App und prüft ihre Tokens. Es erreicht kein Konto, keine Seite und nichts bei Instagram. Es läuft nicht ab; nur ein neuer App-Geheimcode beendet es. Hüten Sie es deshalb wie den Geheimcode.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>What it can do. How long it lives.</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It speaks for a system user of a business portfolio and for no person: it reaches the Pages and Instagram accounts that were assigned to that user, whoever leaves or changes a password. It cannot sign in anywhere, and reaches nothing else.</source>
        <translation>Es spricht für einen Systembenutzer eines Business-Portfolios und für keine Person: Es erreicht die Seiten und Instagram-Konten, die diesem Nutzer zugewiesen sind, auch wenn jemand geht oder ein Passwort ändert. Es kann sich nirgends anmelden und erreicht sonst nichts.</translation>
    </message>
</context>
<context>
    <name>tokendesk::SetupList</name>
    <message>
        <source>%1.</source>
        <extracomment>the number of a step</extracomment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>tokendesk::SetupSteps</name>
    <message>
        <source>Set the app up, step by step</source>
        <translation>App einrichten, Schritt für Schritt</translation>
    </message>
    <message>
        <source>In Meta&apos;s dashboard create an app with the use case “Manage messaging &amp; content on Instagram”, or open the one you have.</source>
        <translation>Legen Sie in Metas Dashboard eine App mit dem Anwendungsfall „Manage messaging &amp; content on Instagram“ an, oder öffnen Sie die vorhandene.</translation>
    </message>
    <message>
        <source>Open the dashboard</source>
        <translation>Dashboard öffnen</translation>
    </message>
    <message>
        <source>Under Use cases, Customize, open “API setup with Instagram login”. The Instagram app id and the Instagram app secret stand at the top of that page. Those under App settings, Basic are the Meta app&apos;s and do not work here.</source>
        <translation>Öffnen Sie unter Use cases, Customize „API setup with Instagram login“. Instagram-App-ID und Instagram-App-Geheimcode stehen oben auf dieser Seite. Die unter App settings, Basic gehören zur Meta-App und gelten hier nicht.</translation>
    </message>
    <message>
        <source>On the same page open “Set up Instagram business login”, Business login settings, and enter the redirect addresses from below. Where the dashboard adds a slash at the end, it has to be in both places.</source>
        <translation>Öffnen Sie auf derselben Seite „Set up Instagram business login“, Business login settings, und tragen Sie die Weiterleitungsadressen von unten ein. Hängt das Dashboard einen Schrägstrich an, muss er an beiden Stellen stehen.</translation>
    </message>
    <message>
        <source>Under App roles, Roles add the account as “Instagram Tester”, not as a plain tester. Without Meta&apos;s review only such accounts can sign in.</source>
        <translation>Fügen Sie das Konto unter App roles, Roles als „Instagram Tester“ hinzu, nicht als gewöhnlichen Tester. Ohne Metas Prüfung können sich nur solche Konten anmelden.</translation>
    </message>
    <message>
        <source>The account&apos;s owner accepts at Instagram: Settings, Apps and websites, Tester invites. The tab is there only while an invitation waits.</source>
        <translation>Wem das Konto gehört, nimmt die Einladung bei Instagram an: Einstellungen, Apps und Websites, Tester-Einladungen. Den Reiter gibt es nur, solange eine Einladung wartet.</translation>
    </message>
    <message>
        <source>Open the account&apos;s invitations</source>
        <translation>Einladungen des Kontos öffnen</translation>
    </message>
    <message>
        <source>Wait a few minutes: changes in the dashboard take two to five of them.</source>
        <translation>Warten Sie einige Minuten: Änderungen im Dashboard brauchen zwei bis fünf davon.</translation>
    </message>
    <message>
        <source>The account is a professional one (Business or Creator), which is a free setting in the Instagram app. Personal accounts cannot be connected since December 2024.</source>
        <translation>Das Konto ist ein professionelles (Business oder Creator); das ist eine kostenlose Einstellung in der Instagram-App. Private Konten lassen sich seit Dezember 2024 nicht verbinden.</translation>
    </message>
    <message>
        <source>How an account becomes a professional one</source>
        <translation>Wie ein Konto zu einem professionellen wird</translation>
    </message>
    <message>
        <source>The Instagram account is a professional one (Business or Creator) and linked to a Facebook Page. Personal accounts cannot be connected since December 2024.</source>
        <translation>Das Instagram-Konto ist ein professionelles (Business oder Creator) und mit einer Facebook-Seite verknüpft. Private Konten lassen sich seit Dezember 2024 nicht verbinden.</translation>
    </message>
    <message>
        <source>How it is linked to a Page</source>
        <translation>Wie es mit einer Seite verknüpft wird</translation>
    </message>
    <message>
        <source>In Meta&apos;s dashboard create an app with the use case “Manage messaging &amp; content on Instagram”, or open the one you have. The app id and the app secret stand under App settings, Basic.</source>
        <translation>Legen Sie in Metas Dashboard eine App mit dem Anwendungsfall „Manage messaging &amp; content on Instagram“ an, oder öffnen Sie die vorhandene. App-ID und App-Geheimcode stehen unter App-Einstellungen, Allgemeines.</translation>
    </message>
    <message>
        <source>Under Facebook Login, Settings, enter the redirect addresses from below as “Valid OAuth Redirect URIs”, last slash included.</source>
        <translation>Tragen Sie unter Facebook Login, Settings die Weiterleitungsadressen von unten als „Valid OAuth Redirect URIs“ ein, mit dem letzten Schrägstrich.</translation>
    </message>
    <message>
        <source>Under App roles, Roles add everybody who is to sign in. Without Meta&apos;s review only they can.</source>
        <translation>Fügen Sie unter App roles, Roles alle hinzu, die sich anmelden sollen. Ohne Metas Prüfung können es nur sie.</translation>
    </message>
    <message>
        <source>Whoever signs in has a role on the Page, with full control or a task, and ticks the Page on the consent page.</source>
        <translation>Wer sich anmeldet, hat auf der Seite eine Rolle, mit voller Kontrolle oder einer Aufgabe, und wählt die Seite auf der Zustimmungsseite aus.</translation>
    </message>
    <message>
        <source>With Facebook Login for Business make a configuration, and enter its id where the permissions are ticked.</source>
        <translation>Legen Sie bei Facebook Login for Business eine Konfiguration an, und geben Sie ihre ID dort an, wo die Berechtigungen angekreuzt werden.</translation>
    </message>
</context>
<context>
    <name>tokendesk::SeveralPage</name>
    <message>
        <source>Selected accounts</source>
        <translation>Ausgewählte Konten</translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Save list as CSV…</source>
        <translation>Liste als CSV speichern…</translation>
    </message>
    <message>
        <source>Asks each account&apos;s provider whether the token works</source>
        <translation>Fragt den Anbieter jedes Kontos, ob das Token funktioniert</translation>
    </message>
    <message>
        <source>The list was saved as %1.</source>
        <translation>Die Liste wurde als %1 gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) selected</source>
        <translation>
            <numerusform>%n Konto ausgewählt</numerusform>
            <numerusform>%n Konten ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them needs you.</source>
        <translation>Keines davon braucht Sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them need(s) you.</source>
        <translation>
            <numerusform>Eines davon braucht Sie.</numerusform>
            <numerusform>%n davon brauchen Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A status word, how many accounts have it</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tokendesk::StatusWords</name>
    <message>
        <source>Working</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Renewing</source>
        <translation>Wird erneuert</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch läuft</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>renews on %1</source>
        <translation>wird am %1 erneuert</translation>
    </message>
    <message>
        <source>one hour only</source>
        <translation>nur eine Stunde</translation>
    </message>
    <message>
        <source>expiry unknown</source>
        <translation>Ablauf unbekannt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>no expiry date</source>
        <translation>ohne Ablaufdatum</translation>
    </message>
    <message>
        <source>unlock your keychain</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>sign in again</source>
        <translation>neu anmelden</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Status word, what stands behind it</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>access was withdrawn</source>
        <translation>Zugriff entzogen</translation>
    </message>
    <message>
        <source>the token ran out</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>renewing keeps failing</source>
        <translation>Erneuern schlägt immer wieder fehl</translation>
    </message>
    <message>
        <source>the accounts cannot be written</source>
        <translation>die Konten können nicht geschrieben werden</translation>
    </message>
    <message>
        <source>confirm access by %1</source>
        <translation>Zugriff bis %1 bestätigen</translation>
    </message>
    <message>
        <source>confirm access to the data</source>
        <translation>Zugriff auf die Daten bestätigen</translation>
    </message>
    <message>
        <source>not revoked yet</source>
        <translation>noch nicht widerrufen</translation>
    </message>
    <message>
        <source>a security check is wanted</source>
        <translation>eine Sicherheitsprüfung steht an</translation>
    </message>
</context>
<context>
    <name>tokendesk::ThemeMenu</name>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
</context>
<context>
    <name>tokendesk::TimeText</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n Minute</numerusform>
            <numerusform>in %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date within the year, as QDate::toString takes it</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date with its year, as QDate::toString takes it</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>Date, time</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Date and time of something past</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>noch %n Stunde</numerusform>
            <numerusform>noch %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>noch %n Minute</numerusform>
            <numerusform>noch %n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TimelineDialog</name>
    <message>
        <source>What TokenDesk asked for it, without queries, bodies, tokens and ids.</source>
        <translation>Was TokenDesk dafür gefragt hat, ohne Abfragen, Inhalte, Tokens und Nummern.</translation>
    </message>
    <message>
        <source>Nothing was asked of the provider for it, or that was not noted.</source>
        <translation>Dafür wurde beim Anbieter nichts gefragt, oder es wurde nicht festgehalten.</translation>
    </message>
    <message>
        <source>Nothing is asked of the provider for it.</source>
        <translation>Dafür wird beim Anbieter nichts gefragt.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy what happened as text</source>
        <translation>Was geschah als Text kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n more request(s) followed.</source>
        <translation>
            <numerusform>%n weitere Anfrage folgte.</numerusform>
            <numerusform>%n weitere Anfragen folgten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>1.2 seconds</extracomment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenField</name>
    <message>
        <source>Shown on the screen. Copy token hands it over.</source>
        <translation>Auf dem Bildschirm zu sehen. „Token kopieren“ gibt es weiter.</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenListModel</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenListPage</name>
    <message>
        <source>Waiting for your keychain: a window of your computer may be asking for its password, perhaps behind this one.</source>
        <translation>Warten auf Ihren Schlüsselbund: Vielleicht fragt ein Fenster Ihres Computers nach dessen Passwort, womöglich hinter diesem.</translation>
    </message>
    <message>
        <source>Go on without the keychain</source>
        <translation>Ohne Schlüsselbund weitermachen</translation>
    </message>
    <message>
        <source>Tokens of the list</source>
        <translation>Token der Liste</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>Wie weit die Prüfung ist</translation>
    </message>
    <message>
        <source>There is no token in it.</source>
        <translation>Darin ist kein Token.</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can be checked.</source>
        <translation>
            <numerusform>%n Token kann geprüft werden.</numerusform>
            <numerusform>%n Token können geprüft werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can be checked; the list says what is wrong with the others.</source>
        <translation>
            <numerusform>%n Token kann geprüft werden; was mit den anderen nicht stimmt, sagt die Liste.</numerusform>
            <numerusform>%n Token können geprüft werden; was mit den anderen nicht stimmt, sagt die Liste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n aufbewahrt</numerusform>
            <numerusform>%n aufbewahrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kept; the list says why</source>
        <translation>
            <numerusform>%n nicht aufbewahrt; die Liste sagt, warum</numerusform>
            <numerusform>%n nicht aufbewahrt; die Liste sagt, warum</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked yet</source>
        <translation>
            <numerusform>%n noch nicht geprüft</numerusform>
            <numerusform>%n noch nicht geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Try the rest again</source>
        <translation>Den Rest noch einmal versuchen</translation>
    </message>
    <message>
        <source>Check and keep all</source>
        <translation>Alle prüfen und aufbewahren</translation>
    </message>
    <message>
        <source>Many tokens</source>
        <translation>Viele Token</translation>
    </message>
    <message>
        <source>Each is checked where it comes from. Those that work are kept, the others are left alone.</source>
        <translation>Jedes wird dort geprüft, woher es kommt. Was gültig ist, wird aufbewahrt, das Übrige bleibt unberührt.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenPage</name>
    <message>
        <source>Paste the token here, or drop it on this window. A whole address or a line of a script will do, as long as one token is in it.</source>
        <translation>Fügen Sie das Token hier ein, oder ziehen Sie es auf dieses Fenster. Auch eine ganze Adresse oder eine Zeile eines Skripts ist recht, solange ein Token darin ist.</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Paste the token from the clipboard</source>
        <translation>Das Token aus der Zwischenablage einfügen</translation>
    </message>
    <message>
        <source>Remove the pasted token</source>
        <translation>Das eingefügte Token entfernen</translation>
    </message>
    <message>
        <source>I already have a token</source>
        <translation>Ich habe schon ein Token</translation>
    </message>
    <message>
        <source>From the app&apos;s dashboard, a colleague or another program. No app secret is needed.</source>
        <translation>Aus dem Dashboard der App, von einer Kollegin oder aus einem anderen Programm. Ein App-Geheimcode ist nicht nötig.</translation>
    </message>
    <message>
        <source>Look at the list</source>
        <translation>Liste ansehen</translation>
    </message>
    <message>
        <source>Check and keep</source>
        <translation>Prüfen und aufbewahren</translation>
    </message>
    <message>
        <source>Open a file of many…</source>
        <translation>Eine Datei mit vielen öffnen…</translation>
    </message>
    <message>
        <source>Meta&apos;s dashboard gives one for 60 days: your app, “API setup with Instagram login”, “Generate token”. It begins with “IGAA”.</source>
        <translation>Das Dashboard von Meta gibt eines für 60 Tage: Ihre App, „API setup with Instagram login“, „Generate token“. Es beginnt mit „IGAA“.</translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenSection</name>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Clear now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Time left on the clipboard</source>
        <translation>Verbleibende Zeit in der Zwischenablage</translation>
    </message>
    <message>
        <source>Hide (%1)</source>
        <translation>Verbergen (%1)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Waiting for your keychain. It may be asking for its password in a window of its own.</source>
        <translation>Auf Ihren Schlüsselbund wird gewartet. Vielleicht fragt er in einem eigenen Fenster nach seinem Passwort.</translation>
    </message>
    <message numerus="yes">
        <source>Copied. Leaves the clipboard in %n s</source>
        <translation>
            <numerusform>Kopiert. Verlässt die Zwischenablage in %n s</numerusform>
            <numerusform>Kopiert. Verlässt die Zwischenablage in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenWay</name>
    <message>
        <source>This file is too large to be a list of tokens.</source>
        <translation>Diese Datei ist zu groß für eine Liste von Token.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There are too many rows in it. Divide it into files of 10,000 rows at most.</source>
        <translation>Sie hat zu viele Zeilen. Teilen Sie sie in Dateien mit höchstens 10.000 Zeilen.</translation>
    </message>
    <message>
        <source>Open a file of tokens</source>
        <translation>Eine Datei mit Token öffnen</translation>
    </message>
    <message>
        <source>Texts and tables (*.txt *.csv *.tsv *.json)</source>
        <translation>Texte und Tabellen (*.txt *.csv *.tsv *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>tokendesk::TracesSection</name>
    <message>
        <source>Forget everything…</source>
        <translation>Alles vergessen…</translation>
    </message>
    <message>
        <source>Forget everything on this computer</source>
        <translation>Alles auf diesem Computer vergessen</translation>
    </message>
    <message>
        <source>The sign-in page of this computer</source>
        <translation>Die Anmeldeseite dieses Computers</translation>
    </message>
    <message>
        <source>Where an app has a redirect address with https, the browser comes to a page of TokenDesk at the end of a sign-in, and asks whether it may be trusted.</source>
        <translation>Wo eine App eine Weiterleitungsadresse mit https hat, kommt der Browser am Ende einer Anmeldung auf eine Seite von TokenDesk und fragt, ob er ihr vertrauen darf.</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Removes whatever TokenDesk has put on this computer for you: accounts, tokens, app secrets, settings. You see what it is before anything goes.</source>
        <translation>Entfernt, was TokenDesk für Sie auf diesem Computer abgelegt hat: Konten, Tokens, App-Geheimcodes, Einstellungen. Sie sehen, was es ist, bevor etwas verschwindet.</translation>
    </message>
</context>
<context>
    <name>tokendesk::TrayMenu</name>
    <message numerus="yes">
        <source>%n more in the window…</source>
        <translation>
            <numerusform>%n weiteres im Fenster …</numerusform>
            <numerusform>%n weitere im Fenster …</numerusform>
        </translation>
    </message>
    <message>
        <source>Open TokenDesk</source>
        <translation>TokenDesk öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Account: status, such as &quot;@shop: Working, renews on 27 Nov&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy token</source>
        <translation>Token kopieren</translation>
    </message>
    <message>
        <source>Show in the window</source>
        <translation>Im Fenster zeigen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden …</translation>
    </message>
</context>
<context>
    <name>tokendesk::TrustBox</name>
    <message>
        <source>Or have Chrome, Chromium, Edge, Brave and Opera trust it, so that they ask no more. That goes for this one page on this computer and for you alone. Firefox asks once.</source>
        <translation>Oder lassen Sie Chrome, Chromium, Edge, Brave und Opera ihr vertrauen, dann fragen sie nicht mehr. Das gilt nur für diese eine Seite auf diesem Computer und nur für Sie. Firefox fragt einmal.</translation>
    </message>
    <message>
        <source>Or have this computer trust it, so that Safari and Chrome ask no more. That goes for this one page and for you alone; macOS asks for your password. Firefox asks once.</source>
        <translation>Oder lassen Sie diesen Computer ihr vertrauen, dann fragen Safari und Chrome nicht mehr. Das gilt nur für diese eine Seite und nur für Sie; macOS fragt nach Ihrem Passwort. Firefox fragt einmal.</translation>
    </message>
    <message>
        <source>Or have this computer trust it, so that the browsers ask no more. That goes for this one page and for you alone; Windows shows its fingerprint and asks.</source>
        <translation>Oder lassen Sie diesen Computer ihr vertrauen, dann fragen die Browser nicht mehr. Das gilt nur für diese eine Seite und nur für Sie; Windows zeigt ihren Fingerabdruck und fragt.</translation>
    </message>
    <message>
        <source>Trust this computer&apos;s sign-in page</source>
        <translation>Der Anmeldeseite dieses Computers vertrauen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Trust the sign-in page no more</source>
        <translation>Der Anmeldeseite nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>✓ Trusted, in %1. A browser that is open already may have to be closed once.</source>
        <translation>✓ Als vertrauenswürdig eingetragen: %1. Ein Browser, der schon offen ist, muss vielleicht einmal geschlossen werden.</translation>
    </message>
    <message>
        <source>◆ The page has a new certificate since you trusted it: the old one was about to end.</source>
        <translation>◆ Die Seite hat ein neues Zertifikat, seit Sie ihr vertraut haben: Das alte wäre bald abgelaufen.</translation>
    </message>
    <message>
        <source>■ The program “certutil” is needed for it and is not installed. On Debian and Ubuntu it is in the package libnss3-tools, on Fedora in nss-tools.</source>
        <translation>■ Dafür wird das Programm „certutil“ gebraucht, und es ist nicht installiert. In Debian und Ubuntu ist es im Paket libnss3-tools, in Fedora in nss-tools.</translation>
    </message>
    <message>
        <source>■ %1 could not be changed.</source>
        <translation>■ %1 ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>■ Nothing was changed: the system did not allow it, or you answered no.</source>
        <translation>■ Nichts wurde geändert: Das System hat es nicht erlaubt, oder Sie haben mit Nein geantwortet.</translation>
    </message>
</context>
<context>
    <name>tokendesk::TryDialog</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Ask %1 something with the token of %2</source>
        <translation>%1 mit dem Token von %2 etwas fragen</translation>
    </message>
    <message>
        <source>Things are only read: nothing is changed there. Tokens and secrets in the answer are not shown.</source>
        <translation>Es wird nur gelesen: Dort ändert sich nichts. Tokens und Geheimnisse in der Antwort werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>The answer appears here.</source>
        <translation>Hier erscheint die Antwort.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy as a curl command</source>
        <translation>Als curl-Befehl kopieren</translation>
    </message>
    <message>
        <source>The command takes the token from tokendesk-cli when it runs; it is not in it.</source>
        <translation>Der Befehl holt das Token erst beim Ausführen von tokendesk-cli; es steht nicht darin.</translation>
    </message>
    <message>
        <source>Copy the whole answer</source>
        <translation>Die ganze Antwort kopieren</translation>
    </message>
    <message>
        <source>A path of your own</source>
        <translation>Ein eigener Pfad</translation>
    </message>
    <message>
        <source>The token does not have the permission %1 that this needs.</source>
        <translation>Dem Token fehlt die Berechtigung %1, die dafür nötig ist.</translation>
    </message>
    <message>
        <source>Stopped. Nothing is out any more.</source>
        <translation>Angehalten. Es ist nichts mehr unterwegs.</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt …</translation>
    </message>
    <message>
        <source>HTTP %1 after %2 s, %3</source>
        <translation>HTTP %1 nach %2 s, %3</translation>
    </message>
    <message>
        <source>No answer after %1 s</source>
        <translation>Keine Antwort nach %1 s</translation>
    </message>
    <message>
        <source>Still the answer to %1: %2</source>
        <extracomment>A path such as /me, how it was answered: &quot;HTTP 200 after 0.2 s, 1 kB&quot;</extracomment>
        <translation>Noch die Antwort auf %1: %2</translation>
    </message>
    <message>
        <source>Answer to %1</source>
        <translation>Antwort auf %1</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>tokendesk::UnsavedQuestion</name>
    <message>
        <source>A token is in memory only.</source>
        <translation>Ein Token ist nur im Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Your keychain has not taken it yet. It is gone when TokenDesk ends, and somebody has to sign in again.</source>
        <translation>Ihr Schlüsselbund hat es noch nicht angenommen. Es ist weg, wenn TokenDesk endet, und jemand muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>Try to save it</source>
        <translation>Speichern versuchen</translation>
    </message>
    <message>
        <source>Quit and lose it</source>
        <translation>Beenden und verlieren</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsageGauge</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsageList</name>
    <message>
        <source>Apps and accounts</source>
        <translation>Apps und Konten</translation>
    </message>
    <message>
        <source>%1 % used</source>
        <translation>%1 % verbraucht</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsagePane</name>
    <message>
        <source>How much may it still &amp;publish?</source>
        <translation>Wie viel darf es noch &amp;veröffentlichen?</translation>
    </message>
    <message>
        <source>API usage</source>
        <translation>API-Verbrauch</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Usage over time</source>
        <translation>Verbrauch im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Nothing measured yet</source>
        <translation>Noch nichts gemessen</translation>
    </message>
    <message>
        <source>With every answer Meta tells how much of an app&apos;s hourly allowance is used. It is shown here as soon as TokenDesk has asked for something: check an account, for example. It is kept for a week.</source>
        <translation>Mit jeder Antwort sagt Meta, wie viel vom stündlichen Kontingent einer App verbraucht ist. Hier steht es, sobald TokenDesk etwas gefragt hat: Prüfen Sie zum Beispiel ein Konto. Aufgehoben wird es eine Woche lang.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 posts published in the last %n hour(s).</source>
        <translation>
            <numerusform>%1 von %2 Beiträgen in der letzten Stunde veröffentlicht.</numerusform>
            <numerusform>%1 von %2 Beiträgen in den letzten %n Stunden veröffentlicht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) published in the last day.</source>
        <translation>
            <numerusform>%n Beitrag am letzten Tag veröffentlicht.</numerusform>
            <numerusform>%n Beiträge am letzten Tag veröffentlicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashed: from %1 % on TokenDesk waits. Mouse and arrow keys tell each measure.</source>
        <translation>Gestrichelt: Ab %1 % wartet TokenDesk. Maus und Pfeiltasten zeigen jede Messung.</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsagePlot</name>
    <message>
        <source>Nothing was measured in this time.</source>
        <translation>In dieser Zeit wurde nichts gemessen.</translation>
    </message>
    <message numerus="yes">
        <source>%n measure(s), the highest %1 %.</source>
        <translation>
            <numerusform>%n Messwert, höchstens %1 %.</numerusform>
            <numerusform>%n Messwerte, höchstens %1 %.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>tokendesk::UsageText</name>
    <message>
        <source>%1 (ad account)</source>
        <translation>%1 (Werbekonto)</translation>
    </message>
    <message>
        <source>App “%1”</source>
        <translation>App „%1“</translation>
    </message>
    <message>
        <source>All calls of this app in the last hour, whoever made them.</source>
        <translation>Alle Aufrufe dieser App in der letzten Stunde, wer auch immer sie gemacht hat.</translation>
    </message>
    <message>
        <source>Calls of the app for this account.</source>
        <translation>Aufrufe der App für dieses Konto.</translation>
    </message>
    <message>
        <source>Calls of the app for this Page.</source>
        <translation>Aufrufe der App für diese Seite.</translation>
    </message>
    <message>
        <source>Calls of the app for the ad account.</source>
        <translation>Aufrufe der App für das Werbekonto.</translation>
    </message>
    <message>
        <source>No calls in the last hour. The allowance is free.</source>
        <translation>Keine Aufrufe in der letzten Stunde. Das Kontingent ist frei.</translation>
    </message>
    <message>
        <source>Throttled, free again %1.</source>
        <translation>Gedrosselt, wieder frei %1.</translation>
    </message>
    <message>
        <source>Throttled, free again within an hour.</source>
        <translation>Gedrosselt, innerhalb einer Stunde wieder frei.</translation>
    </message>
    <message>
        <source>%1 % used: TokenDesk waits, and goes on %2. Your own clicks still go out.</source>
        <translation>%1 % verbraucht: TokenDesk wartet und macht %2 weiter. Was Sie selbst anklicken, geht trotzdem hinaus.</translation>
    </message>
    <message>
        <source>%1 % used: TokenDesk waits before it asks for more. Your own clicks still go out.</source>
        <translation>%1 % verbraucht: TokenDesk wartet, bevor es weiter fragt. Was Sie selbst anklicken, geht trotzdem hinaus.</translation>
    </message>
    <message>
        <source>Held up, free again %1.</source>
        <translation>Angehalten, wieder frei %1.</translation>
    </message>
    <message>
        <source>%1 % used. At 100 % the provider takes no more calls for a while.</source>
        <translation>%1 % verbraucht. Bei 100 % nimmt der Anbieter eine Weile keine Aufrufe mehr an.</translation>
    </message>
    <message>
        <source>free again %1</source>
        <translation>wieder frei %1</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>nearly used up</source>
        <translation>fast verbraucht</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <translation>%1: %2 %</translation>
    </message>
    <message>
        <source>%1: %2 % of the allowed calls and %3 % of the allowed computing time used</source>
        <translation>%1: %2 % der erlaubten Aufrufe und %3 % der erlaubten Rechenzeit verbraucht</translation>
    </message>
</context>
<context>
    <name>tokendesk::WaitingPage</name>
    <message>
        <source>Go on without the keychain</source>
        <translation>Ohne Schlüsselbund weitermachen</translation>
    </message>
    <message>
        <source>The token is then kept in memory only and is gone when TokenDesk closes.</source>
        <translation>Das Token bleibt dann nur im Arbeitsspeicher und ist weg, wenn TokenDesk schließt.</translation>
    </message>
    <message>
        <source>Checking your keychain…</source>
        <translation>Ihr Schlüsselbund wird geprüft…</translation>
    </message>
    <message>
        <source>The browser is done. Getting the token…</source>
        <translation>Der Browser ist fertig. Das Token wird geholt…</translation>
    </message>
    <message>
        <source>Getting a token that lives longer than an hour…</source>
        <translation>Ein Token wird geholt, das länger als eine Stunde gilt…</translation>
    </message>
    <message>
        <source>Reading whose token it is…</source>
        <translation>Es wird gelesen, wem das Token gehört…</translation>
    </message>
    <message>
        <source>Saving the token in your keychain…</source>
        <translation>Das Token wird in Ihrem Schlüsselbund gespeichert…</translation>
    </message>
    <message>
        <source>Your keychain</source>
        <translation>Ihr Schlüsselbund</translation>
    </message>
    <message>
        <source>TokenDesk asks it before the sign-in begins, so that no fresh token is lost.</source>
        <translation>TokenDesk fragt ihn, bevor die Anmeldung beginnt, damit kein frisches Token verloren geht.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Sign in with your browser</source>
        <translation>Melden Sie sich im Browser an</translation>
    </message>
    <message>
        <source>%1 asks for nothing but your consent there.</source>
        <translation>%1 fragt dort nur nach Ihrer Zustimmung.</translation>
    </message>
    <message>
        <source>%1 asks for your password there; TokenDesk never sees it.</source>
        <translation>%1 fragt dort nach Ihrem Passwort; TokenDesk sieht es nie.</translation>
    </message>
    <message>
        <source>%1 shows an error…</source>
        <translation>%1 zeigt einen Fehler…</translation>
    </message>
    <message>
        <source>Listing your Pages…</source>
        <translation>Ihre Seiten werden aufgelistet…</translation>
    </message>
    <message>
        <source>Asking %1 for a code…</source>
        <translation>%1 wird um einen Code gebeten…</translation>
    </message>
    <message>
        <source>Sign in on another device</source>
        <translation>Auf einem anderen Gerät anmelden</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <translation>Neuen Code holen</translation>
    </message>
</context>
<context>
    <name>tokendesk::WatchBox</name>
    <message>
        <source>Notice the address when I copy it</source>
        <translation>Die Adresse bemerken, wenn ich sie kopiere</translation>
    </message>
    <message>
        <source>Your desktop (Wayland) lets no program look at the clipboard while another one is in front, so paste the address here.</source>
        <translation>Ihr Desktop (Wayland) lässt kein Programm auf die Zwischenablage sehen, solange ein anderes vorne ist. Fügen Sie die Adresse also hier ein.</translation>
    </message>
    <message>
        <source>As long as this sign-in waits, TokenDesk then looks at what is copied, and takes nothing but the address that answers it.</source>
        <translation>Solange diese Anmeldung wartet, sieht TokenDesk dann nach, was kopiert wird, und nimmt nur die Adresse, die sie beantwortet.</translation>
    </message>
</context>
<context>
    <name>tokendesk::WayPage</name>
    <message>
        <source>Try it without a Meta account. Practice is an Instagram stand-in on this computer.</source>
        <translation>Ausprobieren ohne Meta-Konto. Practice ist ein Stellvertreter für Instagram auf diesem Computer.</translation>
    </message>
    <message>
        <source>Instagram Login, for professional accounts.</source>
        <translation>Instagram-Login, für professionelle Konten.</translation>
    </message>
    <message>
        <source>OAuth 2.0 at %1.</source>
        <translation>OAuth 2.0 bei %1.</translation>
    </message>
    <message>
        <source>Which account is it?</source>
        <translation>Um welches Konto geht es?</translation>
    </message>
    <message>
        <source>Choose where the token comes from.</source>
        <translation>Wählen Sie, woher das Token kommt.</translation>
    </message>
    <message>
        <source>I already have a token</source>
        <translation>Ich habe schon ein Token</translation>
    </message>
    <message>
        <source>Paste it: from the app&apos;s dashboard, a colleague or another program.</source>
        <translation>Fügen Sie es ein: aus dem Dashboard der App, von einer Kollegin oder aus einem anderen Programm.</translation>
    </message>
    <message>
        <source>Try Facebook Login and the choice of a Page, on this computer as well.</source>
        <translation>Probieren Sie Facebook Login und die Auswahl einer Seite, ebenfalls auf diesem Computer.</translation>
    </message>
    <message>
        <source>Facebook Login, for a Page and the Instagram account that is linked to it.</source>
        <translation>Facebook Login, für eine Seite und das Instagram-Konto, das mit ihr verknüpft ist.</translation>
    </message>
    <message>
        <source>A token for a server</source>
        <translation>Ein Token für einen Server</translation>
    </message>
    <message>
        <source>Of a system user or of an app itself, at Facebook.</source>
        <translation>Das eines Systembenutzers oder einer App selbst, bei Facebook.</translation>
    </message>
    <message>
        <source>Another provider…</source>
        <translation>Anderer Anbieter …</translation>
    </message>
    <message>
        <source>Any server with OAuth 2.0: enter its address, and it fills the form by itself.</source>
        <translation>Jeder Server mit OAuth 2.0: Geben Sie seine Adresse ein, und er füllt das Formular selbst aus.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Change “%1”</source>
        <extracomment>the provider&apos;s name</extracomment>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
</context>
</TS>
