-- Bank statements, their lines, what explains each line, and the files that are kept.
-- append-only: bank_statement bank_line bank_text bank_match attachment

CREATE TABLE attachment (
    entry {{integer}} NOT NULL REFERENCES entry (number),
    line  {{integer}} NOT NULL,
    name  {{text}} NOT NULL,
    hash  {{bytes}} NOT NULL CHECK (length(hash) = 32),
    size  {{integer}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX attachment_hash ON attachment (hash);

-- The bytes of a file, kept once under the SHA-256 of them, which the entry that brought the file seals.
CREATE TABLE content (
    hash  {{bytes}} NOT NULL PRIMARY KEY,
    bytes {{bytes}} NOT NULL
) {{strict}};

CREATE TABLE bank_statement (
    entry     {{integer}} NOT NULL REFERENCES entry (number),
    line      {{integer}} NOT NULL,
    account   {{text}} NOT NULL,                -- capital letters and digits
    currency  {{text}} NOT NULL,
    number    {{text}} NOT NULL,                -- the bank's; it starts again each year
    sequence  {{text}} NOT NULL,
    first_day {{day}} NOT NULL {{day_check:first_day}},
    last_day  {{day}} NOT NULL {{day_check:last_day}},
    opening   {{integer}},                      -- none where the bank states none
    closing   {{integer}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX bank_statement_account ON bank_statement (account, last_day);

CREATE TABLE bank_line (
    entry             {{integer}} NOT NULL REFERENCES entry (number),
    line              {{integer}} NOT NULL,
    statement         {{integer}} NOT NULL,     -- the line of its statement in the same entry
    account           {{text}} NOT NULL,
    currency          {{text}} NOT NULL,
    key               {{text}} NOT NULL,        -- what a bank repeats when it sends the line again
    occurrence        {{integer}} NOT NULL CHECK (occurrence > 0),
    day               {{day}} NOT NULL {{day_check:day}},          -- from which it is in the balance
    booked            {{day}} NOT NULL {{day_check:booked}},
    value_date        {{day}} NOT NULL {{day_check:value_date}},
    amount            {{integer}} NOT NULL,
    reversal          {{integer}} NOT NULL CHECK (reversal IN (0, 1)),
    bank_reference    {{text}} NOT NULL,
    code              {{text}} NOT NULL,
    original_currency {{text}},
    original          {{integer}},
    charges_currency  {{text}},
    charges           {{integer}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX bank_line_key ON bank_line (key);
CREATE INDEX bank_line_account ON bank_line (account, day);

-- What the bank tells of persons stays outside the seal. The sealed key of the line proves it, and it could be erased.
CREATE TABLE bank_text (
    entry          {{integer}} NOT NULL REFERENCES entry (number),
    line           {{integer}} NOT NULL,
    payer_name     {{text}} NOT NULL,
    payer_account  {{text}} NOT NULL,
    on_behalf_of   {{text}} NOT NULL,
    end_to_end     {{text}} NOT NULL,
    remittance     {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE bank_match (
    entry      {{integer}} NOT NULL REFERENCES entry (number),
    line       {{integer}} NOT NULL,
    bank_entry {{integer}} NOT NULL REFERENCES entry (number),
    bank_line  {{integer}} NOT NULL,
    matched    {{integer}} NOT NULL,            -- the entry that moved the money, or 0: left, for the reason of the entry
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX bank_match_line ON bank_match (bank_entry, bank_line);
CREATE INDEX bank_match_matched ON bank_match (matched) WHERE matched <> 0;

-- What stands: neither it, nor what it rests on, was reversed.
CREATE VIEW standing_statement AS
SELECT s.* FROM bank_statement s
WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = s.entry AND r.reverses <> 0);

CREATE VIEW standing_line AS
SELECT l.* FROM bank_line l
WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = l.entry AND r.reverses <> 0);

CREATE VIEW standing_match AS
SELECT m.* FROM bank_match m
WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = m.entry AND r.reverses <> 0)
  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = m.matched AND r.reverses <> 0);
