// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/entries.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

bool hasOneOf(const QString &text, const QString &characters)
{
    return std::ranges::any_of(text, [&](QChar c) { return characters.contains(c); });
}

/// The value in an INI-like file; the last one counts.
QString valueOf(const QString &text, const QString &group, const QString &key)
{
    QString present;
    QString value;
    for (const QString &whole : text.split(u'\n')) {
        const QString line = whole.trimmed();
        if (line.startsWith(u'['))
            present = line;
        else if (present == u'[' + group + u']' && line.section(u'=', 0, 0).trimmed() == key)
            value = line.section(u'=', 1).trimmed();
    }
    return value;
}

/// Lines with the texts of these elements, each inside the one that is asked for.
QString textsOf(const QString &xml, const QString &outer, const QStringList &names)
{
    QXmlStreamReader reader(xml);
    QStringList texts;
    bool isInside = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && isInside && names.contains(reader.name()))
            texts += reader.readElementText();
        else if (reader.name() == outer)
            isInside = reader.isStartElement();
    }
    return reader.hasError() ? QString() : texts.join(u'\n');
}

// -- Desktop Entry: an argument is quoted, then the whole value escaped as every string of the format

QString desktopWord(QString word)
{
    word.replace(u'%', "%%"_L1);
    if (!word.isEmpty() && !hasOneOf(word, u" \t\n\"'\\><~|&;$*?#()`"_s))
        return word;
    static const QRegularExpression special(uR"((["`$\\]))"_s);
    return u'"' + word.replace(special, uR"(\\1)"_s) + u'"';
}

// -- systemd

// The program itself is not looked through for variables, and has no quotes in its name (systemd.service(5), "Command
// lines"): such a one is started by env, for which it is an argument.
QString systemdWord(QString word)
{
    word.replace(u'%', "%%"_L1);
    if (!word.isEmpty() && !hasOneOf(word, u" \t\"'\\;#"_s))
        return word;
    return u'"' + word.replace(u'\\', uR"(\\)"_s).replace(u'"', uR"(\")"_s) + u'"';
}

QString systemdArgument(QString word)
{
    return systemdWord(word.replace(u'$', "$$"_L1));
}

QString systemdCommand(const QStringList &command)
{
    QStringList words;
    const bool needsEnv = hasOneOf(command.first(), u"\"'\\"_s);
    words += needsEnv ? u"/usr/bin/env "_s + systemdArgument(command.first()) : systemdWord(command.first());
    for (const QString &argument : command.sliced(1))
        words += systemdArgument(argument);
    return words.join(u' ');
}

// -- Windows: backslashes count only before a quote

QString windowsWord(QString word)
{
    if (!word.isEmpty() && !hasOneOf(word, u" \t\""_s))
        return word;
    static const QRegularExpression beforeQuote(uR"((\\*)("|$))"_s);
    QString quoted;
    qsizetype done = 0;
    for (auto match = beforeQuote.globalMatch(word); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        quoted += word.sliced(done, one.capturedStart() - done) + one.captured(1) + one.captured(1);
        if (!one.captured(2).isEmpty())
            quoted += uR"(\")"_s;
        done = one.capturedEnd();
    }
    return u'"' + quoted + u'"';
}

QString windowsArguments(const QStringList &words)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted += windowsWord(word);
    return quoted.join(u' ');
}

QString nativeProgram(QString path)
{
    return path.replace(u'/', u'\\');
}

} // namespace

QString desktopEntry(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command)
        words += desktopWord(word);
    const QString exec = words.join(u' ').replace(u'\\', uR"(\\)"_s);
    return u"[Desktop Entry]\nType=Application\nName=TokenDesk\n"
           "Comment=Keeps access tokens alive\nExec=%1\nIcon=tokendesk\nTerminal=false\n"
           "X-GNOME-Autostart-enabled=true\n"_s.arg(exec);
}

QString startOfDesktopEntry(const QString &text)
{
    const QString group = u"Desktop Entry"_s;
    const bool isOff = valueOf(text, group, u"Hidden"_s) == "true"_L1
        || valueOf(text, group, u"X-GNOME-Autostart-enabled"_s) == "false"_L1;
    return isOff ? QString() : valueOf(text, group, u"Exec"_s);
}

// Only in a session with windows (Aqua) is there the user's keychain.
QString launchAgent(const QString &label, const QStringList &command, int everySeconds)
{
    QString words;
    for (const QString &word : command)
        words += u"<string>%1</string>\n"_s.arg(word.toHtmlEscaped());
    const QString times = everySeconds > 0
        ? u"<key>StartInterval</key><integer>%1</integer>\n<key>ProcessType</key><string>Background</string>"_s.arg(
              everySeconds)
        : u"<key>ProcessType</key><string>Interactive</string>"_s;
    return uR"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "https://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
<key>Label</key><string>%1</string>
<key>ProgramArguments</key>
<array>
%2</array>
<key>RunAtLoad</key><true/>
<key>LimitLoadToSessionType</key><string>Aqua</string>
%3
</dict>
</plist>
)"_s.arg(label.toHtmlEscaped(), words, times);
}

QString startOfLaunchAgent(const QString &text)
{
    static const QRegularExpression disabled(u"<key>Disabled</key>\\s*<true\\s*/>"_s);
    return text.contains(disabled) ? QString() : textsOf(text, u"array"_s, {u"string"_s});
}

QString runValue(const QStringList &command)
{
    // Always quoted: of a path with a blank Windows would try every part.
    const QString program = u'"' + nativeProgram(command.first()) + u'"';
    return command.size() == 1 ? program : program + u' ' + windowsArguments(command.sliced(1));
}

// Ending with 1 is no failure: the tokens were renewed, and some account needs a person.
QString systemdService(const QStringList &command)
{
    return u"[Unit]\nDescription=Renews access tokens kept by TokenDesk\n\n"
           "[Service]\nType=oneshot\nSuccessExitStatus=1\nExecStart="_s
        + systemdCommand(command) + u'\n';
}

QString systemdTimer()
{
    return u"[Unit]\nDescription=Renews access tokens kept by TokenDesk every hour\n\n"
           "[Timer]\nOnCalendar=hourly\nRandomizedDelaySec=10min\nPersistent=true\n\n"
           "[Install]\nWantedBy=timers.target\n"_s;
}

QString startOfSystemdService(const QString &text)
{
    return valueOf(text, u"Service"_s, u"ExecStart"_s);
}

// What schtasks' own options cannot say: also on batteries, and made up for after sleep.
QString taskXml(const QStringList &command)
{
    return uR"(<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://%1/windows/2004/02/mit/task">
<RegistrationInfo><Description>Renews access tokens kept by TokenDesk</Description></RegistrationInfo>
<Triggers><TimeTrigger>
<Repetition><Interval>PT1H</Interval></Repetition>
<StartBoundary>2024-01-01T00:15:00</StartBoundary>
<RandomDelay>PT10M</RandomDelay>
</TimeTrigger></Triggers>
<Principals><Principal id="Author">
<LogonType>InteractiveToken</LogonType>
<RunLevel>LeastPrivilege</RunLevel>
</Principal></Principals>
<Settings>
<MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
<DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
<StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
<StartWhenAvailable>true</StartWhenAvailable>
<ExecutionTimeLimit>PT30M</ExecutionTimeLimit>
</Settings>
<Actions Context="Author"><Exec>
<Command>%2</Command>
<Arguments>%3</Arguments>
</Exec></Actions>
</Task>
)"_s.arg(u"schemas.microsoft.com"_s, // in a name, which nobody asks for over the network
         nativeProgram(command.first()).toHtmlEscaped(), windowsArguments(command.sliced(1)).toHtmlEscaped());
}

QString startOfTaskXml(const QString &text)
{
    return textsOf(text, u"Exec"_s, {u"Command"_s, u"Arguments"_s});
}

// "%" ends the command in a crontab, also between quotes, unless a backslash stands before it.
QString cronLine(const QStringList &command, const QString &user)
{
    QStringList words;
    for (QString word : command) {
        static const QRegularExpression plain(u"^[A-Za-z0-9/._-]+$"_s);
        if (!plain.match(word).hasMatch())
            word = u'\'' + word.replace(u'\'', uR"('\'')"_s) + u'\'';
        words += word.replace(u'%', uR"(\%)"_s);
    }
    return u"15 * * * * DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/%1/bus "_s.arg(user) + words.join(u' ');
}

} // namespace tokendesk
