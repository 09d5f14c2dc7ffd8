// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every version of the database so far. None is changed once it was released.
#include "accounts/schema.h"

namespace tokendesk {

namespace {

// Instants are UTC milliseconds and NULL where there is none; lists are JSON; enumerators go by name, since their
// numbers may change. There is no column for a secret, and there must never be one.
constexpr const char *version1[] = {
    R"(CREATE TABLE registrations (
        id TEXT NOT NULL PRIMARY KEY,
        provider_id TEXT NOT NULL,
        name TEXT NOT NULL,
        client_id TEXT NOT NULL,
        redirect_addresses TEXT NOT NULL,
        secret_kept INTEGER NOT NULL) STRICT)",

    R"(CREATE TABLE accounts (
        id TEXT NOT NULL PRIMARY KEY,
        provider_id TEXT NOT NULL,
        registration_id TEXT REFERENCES registrations (id),
        user_id TEXT NOT NULL,
        professional_id TEXT NOT NULL,
        username TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        account_type TEXT NOT NULL,
        token_kind TEXT NOT NULL,
        issued_at INTEGER,
        expires_at INTEGER,
        requested_scopes TEXT NOT NULL,
        granted_scopes TEXT NOT NULL,
        granted_known INTEGER NOT NULL,
        custody TEXT NOT NULL,
        token_key TEXT NOT NULL,
        refused INTEGER NOT NULL) STRICT)",
    // Two programs that connect the same person at once must not end with two accounts.
    R"(CREATE UNIQUE INDEX one_account_each
        ON accounts (provider_id, ifnull(registration_id, ''), user_id) WHERE user_id <> '')",
    "CREATE INDEX accounts_by_registration ON accounts (registration_id)",

    R"(CREATE TABLE pictures (
        account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        picture BLOB NOT NULL) STRICT)",

    R"(CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at INTEGER NOT NULL,
        account_id TEXT NOT NULL,
        account_name TEXT NOT NULL,
        kind TEXT NOT NULL,
        ok INTEGER NOT NULL,
        detail TEXT NOT NULL) STRICT)",
    "CREATE INDEX events_by_account ON events (account_id, id)",
    "CREATE INDEX events_by_time ON events (at)",

    // 400 days before the computer's clock or before the newest event, whichever is earlier: a clock that runs wild
    // does not forget the history.
    R"(CREATE VIEW retention (kept_from) AS
        SELECT min(CAST(unixepoch('now') AS INTEGER) * 1000, ifnull((SELECT max(at) FROM events), 0)) - 34560000000)",
    R"(CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END)",
    R"(CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
        WHEN EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'an event is never replaced'); END)",
    R"(CREATE TRIGGER events_are_kept BEFORE DELETE ON events
        WHEN OLD.at >= (SELECT kept_from FROM retention)
        BEGIN SELECT RAISE(ABORT, 'an event is kept for 400 days'); END)",
};

constexpr const char *version2[] = {
    // What the provider's refusal came down to: an ErrorHint by name, empty where the token was not refused.
    "ALTER TABLE accounts ADD COLUMN refused_for TEXT NOT NULL DEFAULT ''",

    // The item that a rotation is about to write: where the program ends before the commit, the next start looks for
    // it.
    R"(CREATE TABLE intents (
        account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        token_key TEXT NOT NULL,
        at INTEGER NOT NULL) STRICT)",
    // Items of the keychain that nothing needs any more and that are not yet seen to be gone: it cannot be listed.
    "CREATE TABLE leftovers (token_key TEXT NOT NULL PRIMARY KEY) STRICT",
};

// What the manifest's pages in the keychain say, and which of them are out of date: a page is where its `changes` and
// `written` differ. Kept by triggers, so that no way of changing an account can forget it.
constexpr const char *version3[] = {
    // A place that is free again has no record.
    "CREATE TABLE manifest (place INTEGER NOT NULL PRIMARY KEY, record_id TEXT) STRICT",
    "CREATE UNIQUE INDEX manifest_records ON manifest (record_id) WHERE record_id IS NOT NULL",
    "CREATE INDEX manifest_free ON manifest (place) WHERE record_id IS NULL",
    R"(CREATE TABLE manifest_pages (
        page INTEGER NOT NULL PRIMARY KEY,
        changes INTEGER NOT NULL,
        written INTEGER NOT NULL) STRICT)",
    "CREATE INDEX manifest_stale ON manifest_pages (page) WHERE changes <> written",

    // Four places are a page: manifestPlaces.
    R"(CREATE TRIGGER place_is_new AFTER INSERT ON manifest
        BEGIN INSERT INTO manifest_pages (page, changes, written) VALUES (NEW.place / 4, 1, 0)
            ON CONFLICT (page) DO UPDATE SET changes = changes + 1; END)",
    R"(CREATE TRIGGER place_is_changed AFTER UPDATE ON manifest
        BEGIN UPDATE manifest_pages SET changes = changes + 1 WHERE page = NEW.place / 4; END)",

    // A free place, or a new one behind all others.
    R"(CREATE VIEW manifest_next (place) AS
        SELECT ifnull((SELECT min(place) FROM manifest WHERE record_id IS NULL),
            (SELECT ifnull(max(place), -1) + 1 FROM manifest)))",
    R"(CREATE TRIGGER account_is_placed AFTER INSERT ON accounts
        BEGIN INSERT INTO manifest (place, record_id) SELECT place, NEW.id FROM manifest_next WHERE true
            ON CONFLICT (place) DO UPDATE SET record_id = excluded.record_id; END)",
    R"(CREATE TRIGGER registration_is_placed AFTER INSERT ON registrations
        BEGIN INSERT INTO manifest (place, record_id) SELECT place, NEW.id FROM manifest_next WHERE true
            ON CONFLICT (place) DO UPDATE SET record_id = excluded.record_id; END)",
    R"(CREATE TRIGGER account_is_written_again AFTER UPDATE ON accounts
        WHEN (NEW.token_key, NEW.token_kind, NEW.issued_at, NEW.expires_at, NEW.label, NEW.username)
            IS NOT (OLD.token_key, OLD.token_kind, OLD.issued_at, OLD.expires_at, OLD.label, OLD.username)
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.id; END)",
    R"(CREATE TRIGGER registration_is_written_again AFTER UPDATE ON registrations
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.id; END)",
    R"(CREATE TRIGGER account_leaves_its_place AFTER DELETE ON accounts
        BEGIN UPDATE manifest SET record_id = NULL WHERE record_id = OLD.id; END)",
    R"(CREATE TRIGGER registration_leaves_its_place AFTER DELETE ON registrations
        BEGIN UPDATE manifest SET record_id = NULL WHERE record_id = OLD.id; END)",

    R"(INSERT INTO manifest (place, record_id) SELECT row_number() OVER () - 1, id
        FROM (SELECT id FROM registrations UNION ALL SELECT id FROM accounts))",

    // The last thing a person was told of an account that needs them: an end, and how many days before it.
    R"(CREATE TABLE warnings (
        account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        until INTEGER,
        days INTEGER NOT NULL) STRICT)",

    // Since when accounts are to be found again by the manifest; no row where they are not.
    "CREATE TABLE recovery (since INTEGER NOT NULL) STRICT",
};

// An account as AccountReader reads it, for PackedRow. The index holds it ready, in the order of the
// list: with thousands of accounts, packing them at the start takes longer than all the rest of reading them. A version
// that adds a column to an account adds it here: it drops the index and the columns, and makes them anew.
constexpr const char *version4[] = {
    R"(ALTER TABLE accounts ADD COLUMN own_columns BLOB AS (CAST(json_array(id, user_id, professional_id, username,
        name, label, issued_at, expires_at, token_key) AS BLOB)) VIRTUAL)",
    R"(ALTER TABLE accounts ADD COLUMN shared_columns BLOB AS (CAST(json_array(provider_id, registration_id,
        account_type, token_kind, requested_scopes, granted_scopes, granted_known, custody, refused, refused_for)
        AS BLOB)) VIRTUAL)",
    // As Account::displayName says, without regard to case.
    R"(ALTER TABLE accounts ADD COLUMN sort_name TEXT AS (lower(
        CASE WHEN label <> '' THEN label WHEN username <> '' THEN '@' || username ELSE user_id END)) VIRTUAL)",
    "CREATE INDEX accounts_in_order ON accounts (sort_name, own_columns, shared_columns)",
};

// The day until which access to data has to be confirmed, and the configuration of Facebook Login for Business. An
// account without a username is called by its name.
constexpr const char *version5[] = {
    "DROP INDEX accounts_in_order",
    "ALTER TABLE accounts DROP COLUMN own_columns",
    "ALTER TABLE accounts DROP COLUMN sort_name",
    "ALTER TABLE accounts ADD COLUMN data_access_expires_at INTEGER",
    "ALTER TABLE registrations ADD COLUMN configuration_id TEXT NOT NULL DEFAULT ''",
    R"(ALTER TABLE accounts ADD COLUMN own_columns BLOB AS (CAST(json_array(id, user_id, professional_id, username,
        name, label, issued_at, expires_at, data_access_expires_at, token_key) AS BLOB)) VIRTUAL)",
    R"(ALTER TABLE accounts ADD COLUMN sort_name TEXT AS (lower(
        CASE WHEN label <> '' THEN label WHEN username <> '' THEN '@' || username WHEN name <> '' THEN name
            ELSE user_id END)) VIRTUAL)",
    "CREATE INDEX accounts_in_order ON accounts (sort_name, own_columns, shared_columns)",
    "DROP TRIGGER account_is_written_again",
    R"(CREATE TRIGGER account_is_written_again AFTER UPDATE ON accounts
        WHEN (NEW.token_key, NEW.token_kind, NEW.issued_at, NEW.expires_at, NEW.data_access_expires_at, NEW.label,
                NEW.username)
            IS NOT (OLD.token_key, OLD.token_kind, OLD.issued_at, OLD.expires_at, OLD.data_access_expires_at, OLD.label,
                OLD.username)
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.id; END)",
};

// Revocations that have not succeeded yet. The manifest tells of what kind an account is: how it is revoked goes by it.
constexpr const char *version6[] = {
    R"(CREATE TABLE revocations (
        account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
        afterwards TEXT NOT NULL,
        failures INTEGER NOT NULL,
        retry_at INTEGER NOT NULL) STRICT)",
    "DROP TRIGGER account_is_written_again",
    R"(CREATE TRIGGER account_is_written_again AFTER UPDATE ON accounts
        WHEN (NEW.token_key, NEW.token_kind, NEW.issued_at, NEW.expires_at, NEW.data_access_expires_at, NEW.label,
                NEW.username, NEW.account_type)
            IS NOT (OLD.token_key, OLD.token_kind, OLD.issued_at, OLD.expires_at, OLD.data_access_expires_at, OLD.label,
                OLD.username, OLD.account_type)
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.id; END)",
    "UPDATE manifest_pages SET changes = changes + 1",
};

// One column in place of two: what Qt does for each column of a row costs more than what SQLite does. What accounts
// share stands first.
constexpr const char *version7[] = {
    "DROP INDEX accounts_in_order",
    "ALTER TABLE accounts DROP COLUMN own_columns",
    "ALTER TABLE accounts DROP COLUMN shared_columns",
    R"(ALTER TABLE accounts ADD COLUMN packed BLOB AS (CAST(json_array(provider_id, registration_id, account_type,
        token_kind, requested_scopes, granted_scopes, granted_known, custody, refused, refused_for, id, user_id,
        professional_id, username, name, label, issued_at, expires_at, data_access_expires_at, token_key) AS BLOB))
        VIRTUAL)",
    "CREATE INDEX accounts_in_order ON accounts (sort_name, packed)",
};

// Who keeps the app secret for all seats.
constexpr const char *version8[] = {
    "ALTER TABLE registrations ADD COLUMN broker TEXT NOT NULL DEFAULT ''",
};

// Facebook's client token may be kept in the keychain as well.
constexpr const char *version9[] = {
    "ALTER TABLE registrations ADD COLUMN client_token_kept INTEGER NOT NULL DEFAULT 0",
};

// How much of an app's allowances was used, see UsageSample. Of no app or account that is not here any more.
constexpr const char *version10[] = {
    R"(CREATE TABLE usage_samples (
        provider_id TEXT NOT NULL,
        registration_id TEXT NOT NULL,
        account_id TEXT NOT NULL,
        allowance TEXT NOT NULL,
        slot INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        time INTEGER NOT NULL,
        processor INTEGER NOT NULL,
        free_at INTEGER,
        PRIMARY KEY (provider_id, registration_id, account_id, allowance, slot)) STRICT, WITHOUT ROWID)",
    "CREATE INDEX usage_by_time ON usage_samples (slot)",
    "CREATE INDEX usage_by_account ON usage_samples (account_id)",
    R"(CREATE TRIGGER account_takes_its_usage AFTER DELETE ON accounts
        BEGIN DELETE FROM usage_samples WHERE account_id = OLD.id; END)",
    R"(CREATE TRIGGER registration_takes_its_usage AFTER DELETE ON registrations
        BEGIN DELETE FROM usage_samples WHERE registration_id = OLD.id; END)",
};

// What was asked of providers, and what came of each request: see Operation. Kept as long as events are, and changed as
// little.
constexpr const char *version11[] = {
    R"(CREATE TABLE operations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        account_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        began INTEGER NOT NULL,
        ended INTEGER NOT NULL,
        requests TEXT NOT NULL,
        left_out INTEGER NOT NULL) STRICT)",
    "CREATE INDEX operations_by_account ON operations (account_id, kind, ended)",
    "CREATE INDEX operations_by_time ON operations (ended)",
    R"(CREATE TRIGGER operations_are_not_changed BEFORE UPDATE ON operations
        BEGIN SELECT RAISE(ABORT, 'an operation is never changed'); END)",
    R"(CREATE TRIGGER operations_are_kept BEFORE DELETE ON operations
        WHEN OLD.ended >= (SELECT kept_from FROM retention)
        BEGIN SELECT RAISE(ABORT, 'an operation is kept for 400 days'); END)",

    // Accounts about which something was noticed that nobody has looked at.
    R"(CREATE TABLE marks (
        account_id TEXT NOT NULL PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE) STRICT)",
    // Those that are here already are as old as this version, for want of a better day.
    R"(CREATE TABLE app_ages (
        registration_id TEXT NOT NULL PRIMARY KEY REFERENCES registrations (id) ON DELETE CASCADE,
        since INTEGER NOT NULL) STRICT)",
    R"(INSERT INTO app_ages (registration_id, since)
        SELECT id, CAST(unixepoch('now') AS INTEGER) * 1000 FROM registrations WHERE secret_kept)",
};

// The manifest tells as well which tokens are to be ended at their provider, and which were refused: an account that is
// found again is not kept alive against its owner's wish.
constexpr const char *version12[] = {
    R"(CREATE TRIGGER revocation_is_told AFTER INSERT ON revocations
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.account_id; END)",
    R"(CREATE TRIGGER revocation_is_told_again AFTER UPDATE ON revocations WHEN NEW.afterwards <> OLD.afterwards
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.account_id; END)",
    R"(CREATE TRIGGER revocation_is_over AFTER DELETE ON revocations
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = OLD.account_id; END)",
    "DROP TRIGGER account_is_written_again",
    R"(CREATE TRIGGER account_is_written_again AFTER UPDATE ON accounts
        WHEN (NEW.token_key, NEW.token_kind, NEW.issued_at, NEW.expires_at, NEW.data_access_expires_at, NEW.label,
                NEW.username, NEW.account_type, NEW.refused, NEW.refused_for)
            IS NOT (OLD.token_key, OLD.token_kind, OLD.issued_at, OLD.expires_at, OLD.data_access_expires_at, OLD.label,
                OLD.username, OLD.account_type, OLD.refused, OLD.refused_for)
        BEGIN UPDATE manifest SET record_id = record_id WHERE record_id = NEW.id; END)",
    R"(UPDATE manifest SET record_id = record_id WHERE record_id IN (
        SELECT id FROM accounts WHERE refused UNION SELECT account_id FROM revocations))",
};

// Calls that this computer's programs made, by app and minute, see UsageLog; of the last hours only.
constexpr const char *version13[] = {
    R"(CREATE TABLE own_calls (
        provider_id TEXT NOT NULL,
        registration_id TEXT NOT NULL,
        slot INTEGER NOT NULL,
        calls INTEGER NOT NULL,
        PRIMARY KEY (provider_id, registration_id, slot)) STRICT, WITHOUT ROWID)",
};

constexpr Migration migrations[] = {version1, version2, version3,  version4,  version5,  version6, version7,
                                    version8, version9, version10, version11, version12, version13};

} // namespace

std::span<const Migration> allMigrations()
{
    return migrations;
}

} // namespace tokendesk
