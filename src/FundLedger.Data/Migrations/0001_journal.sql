-- The journal and what belongs to it. Words in double braces are filled in by the dialect of the engine.
-- Every table up to "What follows from the journal" is append-only:
-- append-only: entry posting pledge instalment payment allocation fund donor rate setting batch statement_line request

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
CREATE UNIQUE INDEX pledge_reference ON pledge (reference);
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
CREATE UNIQUE INDEX payment_reference ON payment (reference);
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
