-- An import copies four thousand entries with their records at a time. What is asked of their rows is asked once for all of them, and
-- nothing twice: that a record has its entry is asked by record_belongs, which also wants an entry of the same transaction, and no
-- entry is ever deleted. The foreign key asked the same of each row again, a fifth of an import.
ALTER TABLE posting DROP CONSTRAINT posting_entry_fkey
--;
ALTER TABLE pledge DROP CONSTRAINT pledge_entry_fkey
--;
ALTER TABLE instalment DROP CONSTRAINT instalment_entry_fkey
--;
ALTER TABLE payment DROP CONSTRAINT payment_entry_fkey
--;
ALTER TABLE allocation DROP CONSTRAINT allocation_entry_fkey
--;
-- The entries of the rows follow one another: they are read once, in their order, and not once for each row.
CREATE OR REPLACE FUNCTION record_belongs() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET enable_nestloop = off SET jit = off AS $$
DECLARE
    low bigint;
    high bigint;
    many bigint;
BEGIN
    SELECT min(a.entry), max(a.entry), count(*) INTO low, high, many FROM added a;
    IF many <> (SELECT count(*) FROM added a JOIN entry e ON e.number = a.entry
                WHERE e.number BETWEEN low AND high AND e.xmin = pg_current_xact_id()::xid AND a.line BETWEEN 1 AND e.lines) THEN
        RAISE EXCEPTION '%: records come with their entry and are never replaced', TG_TABLE_NAME USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE OR REPLACE FUNCTION posting_is_allowed() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
    low bigint;
    high bigint;
BEGIN
    SELECT min(a.entry), max(a.entry) INTO low, high FROM added a;
    IF EXISTS (SELECT 1 FROM (SELECT e.number FROM entry e WHERE e.number BETWEEN low AND high
                              AND e.kind IN ('funds', 'donors', 'rates', 'settings', 'users', 'approval-rules', 'import', 'closing',
                                             'reopening', 'report', 'letter', 'proposal', 'decision') OFFSET 0) e
               JOIN added a ON a.entry = e.number) THEN
        RAISE EXCEPTION 'entries of this kind have no postings' USING ERRCODE = '23000';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM approval_rule) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
           SELECT 1 FROM (SELECT DISTINCT entry FROM added) a
           CROSS JOIN LATERAL (SELECT e.kind FROM entry e WHERE e.number = a.entry AND e.approved_by IS NULL OFFSET 0) e
           CROSS JOIN LATERAL (SELECT sum(abs(p.usd)) AS usd FROM posting p WHERE p.entry = a.entry
                               GROUP BY p.account, p.usd < 0 OFFSET 0) s
           WHERE s.usd > (SELECT r.threshold_usd FROM standing_rule r WHERE r.kind = e.kind)) THEN
        RAISE EXCEPTION 'an entry of this kind and amount needs the approval of a second person' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
-- Only where another row has the reference it is asked whether one of the two was reversed.
CREATE OR REPLACE FUNCTION pledge_reference_is_free() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a
               CROSS JOIN LATERAL (SELECT p.entry FROM pledge p
                                   WHERE p.reference = a.reference AND (p.entry, p.line) <> (a.entry, a.line) OFFSET 0) p
               WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses IN (p.entry, a.entry) AND r.reverses <> 0)) THEN
        RAISE EXCEPTION 'a pledge of this reference stands' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE OR REPLACE FUNCTION payment_reference_is_free() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a
               CROSS JOIN LATERAL (SELECT p.entry FROM payment p
                                   WHERE p.reference = a.reference AND (p.entry, p.line) <> (a.entry, a.line) OFFSET 0) p
               WHERE NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses IN (p.entry, a.entry) AND r.reverses <> 0)) THEN
        RAISE EXCEPTION 'a payment of this reference stands' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
