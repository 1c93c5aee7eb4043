-- The journal and what belongs to it. Words in double braces are filled in by the dialect of the engine.
-- Every table up to "What follows from the journal" is append-only:
-- append-only: entry posting pledge instalment payment allocation fund donor rate setting batch statement_line closing finding person
-- append-only: approval_rule proposal decision report request

CREATE TABLE entry (
    number        {{integer}} NOT NULL PRIMARY KEY,
    format        {{integer}} NOT NULL,
    kind          {{text}} NOT NULL,
    date          {{day}} NOT NULL {{day_check:date}},
    recorded_at   {{integer}} NOT NULL,          -- milliseconds since 1970, UTC
    recorded_by   {{text}} NOT NULL,
    approved_by   {{text}},
    reason        {{text}},
    text          {{text}} NOT NULL,
    reverses      {{integer}} NOT NULL,          -- the entry that this one undoes, or 0
    batch         {{integer}} NOT NULL,          -- the entry of the import it came with, or 0
    lines         {{integer}} NOT NULL,          -- how many records belong to it
    rate_currency {{text}},
    rate          {{integer}},                   -- hundred-millionths of a unit for one US$
    rate_date     {{day}} {{day_check:rate_date}},
    rate_source   {{text}},
    seal          {{bytes}} NOT NULL CHECK (length(seal) = 32),
    CHECK (approved_by IS NULL OR approved_by <> recorded_by),
    CHECK (reverses < number)
) {{strict}};
CREATE UNIQUE INDEX entry_reverses ON entry (reverses) WHERE reverses <> 0;
CREATE INDEX entry_batch ON entry (batch) WHERE batch <> 0;
CREATE INDEX entry_date ON entry (date);

CREATE TABLE posting (
    entry      {{integer}} NOT NULL REFERENCES entry (number),
    line       {{integer}} NOT NULL,
    account    {{text}} NOT NULL,
    movement   {{text}} NOT NULL,
    fund       {{text}} NOT NULL,
    donor      {{text}} NOT NULL,
    pledge     {{integer}} NOT NULL,             -- on claims, else 0
    instalment {{integer}} NOT NULL,
    due        {{day}},
    payment    {{integer}} NOT NULL,             -- on unallocated receipts, else 0
    currency   {{text}} NOT NULL,
    amount     {{integer}} NOT NULL,             -- minor units, debit positive
    usd        {{integer}} NOT NULL,             -- cents
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX posting_pledge ON posting (pledge) WHERE pledge <> 0;
CREATE INDEX posting_payment ON posting (payment) WHERE payment <> 0;

CREATE TABLE pledge (
    entry      {{integer}} NOT NULL REFERENCES entry (number),
    line       {{integer}} NOT NULL,
    reference  {{text}} NOT NULL,
    donor      {{text}} NOT NULL,
    fund       {{text}} NOT NULL,
    date       {{day}} NOT NULL {{day_check:date}},
    currency   {{text}} NOT NULL,
    amount     {{integer}} NOT NULL CHECK (amount > 0),
    usd        {{integer}} NOT NULL,
    status     {{text}} NOT NULL CHECK (status IN ('announced', 'pledged', 'signed')),
    form       {{text}} NOT NULL CHECK (form IN ('monetary', 'in-kind')),
    earmarking {{text}},
    note       {{text}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX pledge_reference ON pledge (reference);       -- one that was reversed frees its reference
CREATE INDEX pledge_donor ON pledge (donor, date);

CREATE TABLE instalment (
    entry  {{integer}} NOT NULL REFERENCES entry (number),
    line   {{integer}} NOT NULL,
    pledge {{integer}} NOT NULL REFERENCES entry (number),
    number {{integer}} NOT NULL CHECK (number > 0),
    due    {{day}} NOT NULL {{day_check:due}},
    amount {{integer}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE payment (
    entry      {{integer}} NOT NULL REFERENCES entry (number),
    line       {{integer}} NOT NULL,
    reference  {{text}} NOT NULL,
    donor      {{text}} NOT NULL,
    fund       {{text}} NOT NULL,
    date       {{day}} NOT NULL {{day_check:date}},
    currency   {{text}} NOT NULL,
    amount     {{integer}} NOT NULL CHECK (amount <> 0),
    usd        {{integer}} NOT NULL,
    form       {{text}} NOT NULL CHECK (form IN ('monetary', 'in-kind')),
    earmarking {{text}},
    note       {{text}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX payment_reference ON payment (reference);
CREATE INDEX payment_donor ON payment (donor, date);

CREATE TABLE allocation (
    entry            {{integer}} NOT NULL REFERENCES entry (number),
    line             {{integer}} NOT NULL,
    payment          {{integer}} NOT NULL REFERENCES entry (number),
    pledge           {{integer}} NOT NULL,       -- 0: given to the fund directly
    instalment       {{integer}} NOT NULL,
    fund             {{text}} NOT NULL,
    currency         {{text}} NOT NULL,
    amount           {{integer}} NOT NULL,       -- in the currency of the payment
    settled_currency {{text}} NOT NULL,
    settled          {{integer}} NOT NULL,       -- in the currency of the pledge
    usd              {{integer}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX allocation_payment ON allocation (payment);

CREATE TABLE fund (
    entry             {{integer}} NOT NULL REFERENCES entry (number),
    line              {{integer}} NOT NULL,
    code              {{text}} NOT NULL,
    name              {{text}} NOT NULL,
    short_name        {{text}} NOT NULL,
    name_fr           {{text}} NOT NULL,
    name_es           {{text}} NOT NULL,
    aliases           {{text}} NOT NULL,
    basis             {{text}} NOT NULL,
    board             {{text}} NOT NULL,
    channel           {{text}} NOT NULL,
    support_cost_rate {{integer}} NOT NULL,      -- hundredths of a per cent
    reserve_rate      {{integer}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE donor (
    entry            {{integer}} NOT NULL REFERENCES entry (number),
    line             {{integer}} NOT NULL,
    code             {{text}} NOT NULL,
    name             {{text}} NOT NULL,
    kind             {{text}} NOT NULL,
    region           {{text}} NOT NULL,
    iso2             {{text}} NOT NULL,
    m49              {{text}} NOT NULL,
    contributor_type {{text}} NOT NULL,
    name_fr          {{text}} NOT NULL,
    name_es          {{text}} NOT NULL,
    aliases          {{text}} NOT NULL,
    former_names     {{text}} NOT NULL,
    member_since     {{day}},
    ldc_since        {{day}},
    ldc_until        {{day}},
    sids             {{integer}} NOT NULL CHECK (sids IN (0, 1)),
    language         {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE INDEX donor_code ON donor (code, entry);

CREATE TABLE rate (
    entry     {{integer}} NOT NULL REFERENCES entry (number),
    line      {{integer}} NOT NULL,
    currency  {{text}} NOT NULL,
    effective {{day}} NOT NULL {{day_check:effective}},
    rate      {{integer}} NOT NULL CHECK (rate > 0),
    source    {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX rate_effective ON rate (currency, effective, entry);

CREATE TABLE setting (
    entry {{integer}} NOT NULL REFERENCES entry (number),
    line  {{integer}} NOT NULL,
    name  {{text}} NOT NULL,
    value {{text}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE batch (
    entry {{integer}} NOT NULL REFERENCES entry (number),
    line  {{integer}} NOT NULL,
    file  {{text}} NOT NULL,
    hash  {{bytes}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE statement_line (
    entry  {{integer}} NOT NULL REFERENCES entry (number),
    line   {{integer}} NOT NULL,
    fund   {{text}} NOT NULL,
    year   {{integer}} NOT NULL,
    class  {{text}} NOT NULL,
    label  {{text}} NOT NULL,
    usd    {{integer}} NOT NULL,
    note   {{text}},
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

-- Years closed and opened again; the newest row says up to which year nothing can be dated.
CREATE TABLE closing (
    entry   {{integer}} NOT NULL REFERENCES entry (number),
    line    {{integer}} NOT NULL,
    year    {{integer}} NOT NULL,
    through {{integer}} NOT NULL CHECK (through IN (year, year - 1)),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE finding (
    entry       {{integer}} NOT NULL REFERENCES entry (number),
    line        {{integer}} NOT NULL,
    kind        {{text}} NOT NULL,
    found       {{integer}} NOT NULL CHECK (found > 0),
    usd         {{integer}} NOT NULL,
    detail      {{text}} NOT NULL,
    explanation {{text}} NOT NULL CHECK (explanation <> ''),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

-- Who may do what. While the table is empty the ledger belongs to one person.
CREATE TABLE person (
    entry     {{integer}} NOT NULL REFERENCES entry (number),
    line      {{integer}} NOT NULL,
    name      {{text}} NOT NULL CHECK (name <> ''),
    roles     {{text}} NOT NULL CHECK (roles <> '' AND (roles = 'auditor' OR roles NOT LIKE '%auditor%')),
    funds     {{text}} NOT NULL,                 -- codes joined by commas; empty where not limited
    is_active {{integer}} NOT NULL CHECK (is_active IN (0, 1)),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX person_name ON person (name, entry);

-- The newest version of each person who has not left, with a comma on both sides of each role.
CREATE VIEW active_person AS
SELECT p.name, ',' || p.roles || ',' AS roles, p.funds FROM person p
WHERE p.is_active = 1
  AND NOT EXISTS (SELECT 1 FROM person v WHERE v.name = p.name AND (v.entry > p.entry OR (v.entry = p.entry AND v.line > p.line)));

CREATE TABLE approval_rule (
    entry         {{integer}} NOT NULL REFERENCES entry (number),
    line          {{integer}} NOT NULL,
    kind          {{text}} NOT NULL,
    threshold_usd {{integer}} CHECK (threshold_usd >= 0),   -- cents; none ends the rule
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

-- The newest rule of each kind that was not ended, once there are persons.
CREATE VIEW standing_rule AS
SELECT r.kind, r.threshold_usd FROM approval_rule r
WHERE r.threshold_usd IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM approval_rule v WHERE v.kind = r.kind AND (v.entry > r.entry OR (v.entry = r.entry AND v.line > r.line)))
  AND EXISTS (SELECT 1 FROM person);

CREATE TABLE proposal (
    entry   {{integer}} NOT NULL REFERENCES entry (number),
    line    {{integer}} NOT NULL,
    request {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

CREATE TABLE decision (
    entry    {{integer}} NOT NULL REFERENCES entry (number),
    line     {{integer}} NOT NULL,
    proposal {{integer}} NOT NULL REFERENCES entry (number),
    verdict  {{text}} NOT NULL CHECK (verdict IN ('approved', 'rejected', 'withdrawn')),
    posted   {{integer}} NOT NULL,               -- the last entry that the approval posted, or 0
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE UNIQUE INDEX decision_proposal ON decision (proposal);

-- Reports that were issued, with the figures in them.
CREATE TABLE report (
    entry       {{integer}} NOT NULL REFERENCES entry (number),
    line        {{integer}} NOT NULL,
    id          {{text}} NOT NULL,
    name        {{text}} NOT NULL,
    parameters  {{text}} NOT NULL,
    fund        {{text}},
    donor       {{text}},
    as_at       {{day}} NOT NULL {{day_check:as_at}},
    known_entry {{integer}} NOT NULL,
    seal        {{text}} NOT NULL,
    hash        {{bytes}} NOT NULL,
    figures     {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX report_id ON report (id);

-- Answers already given, so that a request sent twice has one effect.
CREATE TABLE request (
    key    {{text}} NOT NULL PRIMARY KEY,
    hash   {{bytes}} NOT NULL,
    entry  {{integer}} NOT NULL,
    answer {{text}} NOT NULL
) {{strict}};

-- What follows from the journal, kept current inside the transaction that posts and computed again by verify.

CREATE TABLE total (
    fund     {{text}} NOT NULL,
    donor    {{text}} NOT NULL,
    year     {{integer}} NOT NULL,
    account  {{text}} NOT NULL,
    movement {{text}} NOT NULL,
    due_year {{integer}} NOT NULL,               -- on claims, else 0
    usd      {{integer}} NOT NULL,
    postings {{integer}} NOT NULL,
    PRIMARY KEY (fund, year, donor, account, movement, due_year)
) {{strict_without_rowid}};

CREATE TABLE claim (
    pledge     {{integer}} NOT NULL,
    instalment {{integer}} NOT NULL,
    account    {{text}} NOT NULL,
    fund       {{text}} NOT NULL,
    donor      {{text}} NOT NULL,
    due        {{day}} NOT NULL,
    currency   {{text}} NOT NULL,
    amount     {{integer}} NOT NULL CHECK (amount >= 0),
    usd        {{integer}} NOT NULL,
    PRIMARY KEY (pledge, instalment, account)
) {{strict_without_rowid}};
CREATE INDEX claim_open ON claim (due) WHERE amount <> 0;

CREATE TABLE receipt (
    payment  {{integer}} NOT NULL PRIMARY KEY,
    fund     {{text}} NOT NULL,
    donor    {{text}} NOT NULL,
    currency {{text}} NOT NULL,
    amount   {{integer}} NOT NULL CHECK (amount >= 0),
    usd      {{integer}} NOT NULL
) {{strict}};
