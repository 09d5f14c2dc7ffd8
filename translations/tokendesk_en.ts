<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>DoctorSteps</name>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) slow.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute slow.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes slow.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This computer&apos;s clock is %n minute(s) fast.</source>
        <translation>
            <numerusform>This computer&apos;s clock is %n minute fast.</numerusform>
            <numerusform>This computer&apos;s clock is %n minutes fast.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusTable</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AccountActions</name>
    <message numerus="yes">
        <source>%n account(s) could not be removed and stay here.</source>
        <translation>
            <numerusform>%n account could not be removed and stays here.</numerusform>
            <numerusform>%n accounts could not be removed and stay here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AnswerTree</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AppDetails</name>
    <message numerus="yes">
        <source>Used by %n account(s).</source>
        <translation>
            <numerusform>Used by %n account.</numerusform>
            <numerusform>Used by %n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AppPage</name>
    <message numerus="yes">
        <source>An app secret has 32 characters; there are %n.</source>
        <translation>
            <numerusform>An app secret has 32 characters; there is %n.</numerusform>
            <numerusform>An app secret has 32 characters; there are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AppsDialog</name>
    <message numerus="yes">
        <source>used by %n account(s)</source>
        <translation>
            <numerusform>used by %n account</numerusform>
            <numerusform>used by %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more were connected with it. Remove these accounts first.</source>
        <translation>
            <numerusform>%1 and %n more were connected with it. Remove these accounts first.</numerusform>
            <numerusform>%1 and %n more were connected with it. Remove these accounts first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::AttentionStrip</name>
    <message numerus="yes">
        <source>%n account(s) need you.</source>
        <translation>
            <numerusform>%n account needs you.</numerusform>
            <numerusform>%n accounts need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) need a new sign-in within two weeks.</source>
        <translation>
            <numerusform>%n account needs a new sign-in within two weeks.</numerusform>
            <numerusform>%n accounts need a new sign-in within two weeks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::BatchText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>Some names</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ClientTokenPage</name>
    <message numerus="yes">
        <source>A client token has 32 characters; there are %n.</source>
        <translation>
            <numerusform>A client token has 32 characters; there is %n.</numerusform>
            <numerusform>A client token has 32 characters; there are %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::DonePage</name>
    <message numerus="yes">
        <source>Copied. Leaves the clipboard in %n s.</source>
        <translation>
            <numerusform>Copied. Leaves the clipboard in %n s.</numerusform>
            <numerusform>Copied. Leaves the clipboard in %n s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ForgetDialog</name>
    <message numerus="yes">
        <source>• %n account(s), with all tokens in your keychain</source>
        <translation>
            <numerusform>• %n account, with all tokens in your keychain</numerusform>
            <numerusform>• %n accounts, with all tokens in your keychain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n app(s), with the app secrets</source>
        <translation>
            <numerusform>• %n app, with its app secret</numerusform>
            <numerusform>• %n apps, with the app secrets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n token(s) first</source>
        <translation>
            <numerusform>Revoke %n token first</numerusform>
            <numerusform>Revoke %n tokens first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoking… %n to go</source>
        <translation>
            <numerusform>Revoking… %n to go</numerusform>
            <numerusform>Revoking… %n to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) revoked.</source>
        <translation>
            <numerusform>%n token revoked.</numerusform>
            <numerusform>%n tokens revoked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the tokens were to be revoked, and their providers have not ended them yet. To forget everything is to give that up.</source>
        <translation>
            <numerusform>%n of the tokens was to be revoked, and its provider has not ended it yet. To forget everything is to give that up.</numerusform>
            <numerusform>%n of the tokens were to be revoked, and their providers have not ended them yet. To forget everything is to give that up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::OwnProviders</name>
    <message numerus="yes">
        <source>%1 and %n more are renewed with it. Remove these accounts first.</source>
        <translation>
            <numerusform>%1 and %n more are renewed with it. Remove these accounts first.</numerusform>
            <numerusform>%1 and %n more are renewed with it. Remove these accounts first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PasteText</name>
    <message numerus="yes">
        <source>There are %n tokens in it. TokenDesk can check them all.</source>
        <translation>
            <numerusform>There is %n token in it. TokenDesk can check it.</numerusform>
            <numerusform>There are %n tokens in it. TokenDesk can check them all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PermissionList</name>
    <message numerus="yes">
        <source>%n granted</source>
        <translation>
            <numerusform>%n granted</numerusform>
            <numerusform>%n granted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PermissionsPage</name>
    <message numerus="yes">
        <source>%n permission(s) found</source>
        <translation>
            <numerusform>%n permission found</numerusform>
            <numerusform>%n permissions found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The consent page will ask for &lt;b&gt;%n permission(s)&lt;/b&gt;: %1.</source>
        <translation>
            <numerusform>The consent page will ask for &lt;b&gt;%n permission&lt;/b&gt;: %1.</numerusform>
            <numerusform>The consent page will ask for &lt;b&gt;%n permissions&lt;/b&gt;: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Behind the names of some permissions</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::Presence</name>
    <message numerus="yes">
        <source>%n account(s) need you.</source>
        <translation>
            <numerusform>%n account needs you.</numerusform>
            <numerusform>%n accounts need you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) are kept alive.</source>
        <translation>
            <numerusform>%n account is kept alive.</numerusform>
            <numerusform>%n accounts are kept alive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ProviderDialog</name>
    <message numerus="yes">
        <source>Used by %n account(s): what you change holds for them as well.</source>
        <translation>
            <numerusform>Used by %n account: what you change holds for it as well.</numerusform>
            <numerusform>Used by %n accounts: what you change holds for them as well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::ProviderText</name>
    <message numerus="yes">
        <source>These are too many; %n will do.</source>
        <translation>
            <numerusform>These are too many; %n will do.</numerusform>
            <numerusform>These are too many; %n will do.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n characters will do.</source>
        <translation>
            <numerusform>%n character will do.</numerusform>
            <numerusform>%n characters will do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::RecoveryNotice</name>
    <message numerus="yes">
        <source>%n account(s) are here again, with their tokens. Names you gave them may be shortened.</source>
        <translation>
            <numerusform>%n account is here again, with its token. A name you gave it may be shortened.</numerusform>
            <numerusform>%n accounts are here again, with their tokens. Names you gave them may be shortened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::RemoveSeveralDialog</name>
    <message numerus="yes">
        <source>Remove %n account(s)?</source>
        <translation>
            <numerusform>Remove %n account?</numerusform>
            <numerusform>Remove %n accounts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were to be revoked, and their providers have not ended them yet. To remove them now is to give that up.</source>
        <translation>
            <numerusform>%n of them was to be revoked, and its provider has not ended it yet. To remove it now is to give that up.</numerusform>
            <numerusform>%n of them were to be revoked, and their providers have not ended them yet. To remove them now is to give that up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::SecretField</name>
    <message numerus="yes">
        <source>%n character(s), hidden</source>
        <translation>
            <numerusform>%n character, hidden</numerusform>
            <numerusform>%n characters, hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::SeveralPage</name>
    <message numerus="yes">
        <source>%n account(s) selected</source>
        <translation>
            <numerusform>%n account selected</numerusform>
            <numerusform>%n accounts selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them need(s) you.</source>
        <translation>
            <numerusform>%n of them needs you.</numerusform>
            <numerusform>%n of them need you.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TimeText</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hour(s)</source>
        <translation>
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TimelineDialog</name>
    <message numerus="yes">
        <source>%n more request(s) followed.</source>
        <translation>
            <numerusform>%n more request followed.</numerusform>
            <numerusform>%n more requests followed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenListPage</name>
    <message numerus="yes">
        <source>%n token(s) can be checked.</source>
        <translation>
            <numerusform>%n token can be checked.</numerusform>
            <numerusform>%n tokens can be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n token(s) can be checked; the list says what is wrong with the others.</source>
        <translation>
            <numerusform>%n token can be checked; the list says what is wrong with the others.</numerusform>
            <numerusform>%n tokens can be checked; the list says what is wrong with the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n kept</numerusform>
            <numerusform>%n kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not kept; the list says why</source>
        <translation>
            <numerusform>%n not kept; the list says why</numerusform>
            <numerusform>%n not kept; the list says why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not checked yet</source>
        <translation>
            <numerusform>%n not checked yet</numerusform>
            <numerusform>%n not checked yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TokenSection</name>
    <message numerus="yes">
        <source>Copied. Leaves the clipboard in %n s</source>
        <translation>
            <numerusform>Copied. Leaves the clipboard in %n s</numerusform>
            <numerusform>Copied. Leaves the clipboard in %n s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::TrayMenu</name>
    <message numerus="yes">
        <source>%n more in the window…</source>
        <translation>
            <numerusform>%n more in the window…</numerusform>
            <numerusform>%n more in the window…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::UsagePane</name>
    <message numerus="yes">
        <source>%1 of %2 posts published in the last %n hour(s).</source>
        <translation>
            <numerusform>%1 of %2 posts published in the last hour.</numerusform>
            <numerusform>%1 of %2 posts published in the last %n hours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n post(s) published in the last day.</source>
        <translation>
            <numerusform>%n post published in the last day.</numerusform>
            <numerusform>%n posts published in the last day.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokendesk::UsagePlot</name>
    <message numerus="yes">
        <source>%n measure(s), the highest %1 %.</source>
        <translation>
            <numerusform>%n measure, the highest %1 %.</numerusform>
            <numerusform>%n measures, the highest %1 %.</numerusform>
        </translation>
    </message>
</context>
</TS>
