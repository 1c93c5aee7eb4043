-- Letters to donors, and which reminder of which instalment each was. Their bytes are kept as attachments.
-- append-only: letter reminder

CREATE TABLE letter (
    entry       {{integer}} NOT NULL REFERENCES entry (number),
    line        {{integer}} NOT NULL,
    id          {{text}} NOT NULL,
    kind        {{text}} NOT NULL CHECK (kind IN ('acknowledgement', 'reminder')),
    donor       {{text}} NOT NULL,
    language    {{text}} NOT NULL,
    payment     {{integer}} NOT NULL,            -- the payment that is thanked for, or 0
    as_at       {{day}} NOT NULL {{day_check:as_at}},
    known_entry {{integer}} NOT NULL,
    seal        {{text}} NOT NULL,
    hash        {{bytes}} NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX letter_id ON letter (id);

CREATE TABLE reminder (
    entry      {{integer}} NOT NULL REFERENCES entry (number),
    line       {{integer}} NOT NULL,
    pledge     {{integer}} NOT NULL REFERENCES entry (number),
    instalment {{integer}} NOT NULL,
    due        {{day}} NOT NULL {{day_check:due}},
    step       {{integer}} NOT NULL CHECK (step > 0),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

-- No instalment is reminded of twice by the same step.
CREATE UNIQUE INDEX reminder_once ON reminder (pledge, instalment, step);
