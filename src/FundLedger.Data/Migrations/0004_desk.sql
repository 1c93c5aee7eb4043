-- Who may come in to the desk, and what its lists need to be quick.

-- append-only: enclosure

-- To which entry the files of another belong.
CREATE TABLE enclosure (
    entry {{integer}} NOT NULL REFERENCES entry (number),
    line  {{integer}} NOT NULL,
    about {{integer}} NOT NULL REFERENCES entry (number),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX enclosure_about ON enclosure (about);

-- Passwords and keys change and are forgotten: they are no part of the journal, and nothing seals them.
CREATE TABLE sign_in (
    person       {{text}} NOT NULL PRIMARY KEY,
    password     {{text}} NOT NULL,              -- a salted hash
    changed_at   {{integer}} NOT NULL,           -- moments are milliseconds since 1970, UTC
    failures     {{integer}} NOT NULL,           -- since the last time the person came in
    locked_until {{integer}} NOT NULL,
    last_at      {{integer}}
) {{strict}};

CREATE TABLE api_key (
    hash       {{bytes}} NOT NULL PRIMARY KEY,
    person     {{text}} NOT NULL,
    label      {{text}} NOT NULL,
    made_at    {{integer}} NOT NULL,
    made_by    {{text}} NOT NULL,
    revoked_at {{integer}}
) {{strict}};

-- All that the list of payments filters, sorts and adds up, so that a page of it reads nothing else.
CREATE INDEX payment_list ON payment (date, entry, fund, donor, currency, amount, usd);
CREATE INDEX receipt_open ON receipt (payment) WHERE amount <> 0;
CREATE INDEX pledge_list ON pledge (date, entry, fund, donor, currency, usd);
