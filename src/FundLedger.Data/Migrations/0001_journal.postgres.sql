-- What PostgreSQL refuses. Statements are separated by a line that holds only "--;".
-- Rules of tables that imports fill look at all the rows of a statement at once ("added"), after it: COPY stays fast.
-- Every function finds its tables in the ledger's own schema, whatever the session's search path; a temporary table of the
-- same name would be found first otherwise. Plans are kept while tables grow within one import: rows are looked up one by one, by
-- index, in subqueries that cannot be turned into joins.

CREATE FUNCTION is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: post an entry that corrects it', TG_TABLE_NAME USING ERRCODE = '23000';
END $$
--;
-- An entry takes its records in the transaction that posts it, and never again.
CREATE FUNCTION record_belongs() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a WHERE a.line NOT BETWEEN 1 AND COALESCE(
                   (SELECT e.lines FROM entry e WHERE e.number = a.entry AND e.xmin = pg_current_xact_id()::xid), 0)) THEN
        RAISE EXCEPTION '%: records come with their entry and are never replaced', TG_TABLE_NAME USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE FUNCTION entry_is_allowed() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
DECLARE
    low bigint;
    high bigint;
    many bigint;
BEGIN
    SELECT min(a.number), max(a.number), count(*) INTO low, high, many FROM added a;
    IF many = 0 THEN
        RETURN NULL;
    END IF;
    IF high - low + 1 <> many OR high <> (SELECT max(number) FROM entry)
       OR low <> 1 + COALESCE((SELECT max(number) FROM entry WHERE number < low), 0) THEN
        RAISE EXCEPTION 'entries are numbered without gaps and never replaced' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM added a WHERE a.reverses <> 0
               AND NOT EXISTS (SELECT 1 FROM entry o WHERE o.number = a.reverses AND o.reverses = 0)) THEN
        RAISE EXCEPTION 'a reversal undoes, once, an entry that exists and is not itself a reversal' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM added a WHERE a.kind <> 'reopening'
               AND EXTRACT(YEAR FROM a.date) <= (SELECT c.through FROM closing c ORDER BY c.entry DESC LIMIT 1)) THEN
        RAISE EXCEPTION 'the year is closed: it takes no entries until it is opened again' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM added a
               WHERE a.kind = 'reopening' AND (a.approved_by IS NULL OR trim(COALESCE(a.reason, '')) = '')) THEN
        RAISE EXCEPTION 'a year is opened again with a reason and the approval of a second person' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
-- Who may record and approve. An import has a million entries and one or two authors.
CREATE FUNCTION entry_has_its_persons() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM person) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT recorded_by, kind FROM added) a WHERE NOT EXISTS (
                   SELECT 1 FROM active_person p WHERE p.name = a.recorded_by AND (
                       p.roles LIKE '%,administrator,%'
                       OR (p.roles LIKE '%,recorder,%' AND a.kind NOT IN ('users', 'approval-rules'))
                       OR (p.roles LIKE '%,approver,%' AND a.kind IN ('decision', 'report', 'letter'))))) THEN
        RAISE EXCEPTION 'who records it is not an active person with the role for it' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT approved_by FROM added WHERE approved_by IS NOT NULL) a WHERE NOT EXISTS (
                   SELECT 1 FROM active_person p WHERE p.name = a.approved_by AND p.roles LIKE '%,approver,%')) THEN
        RAISE EXCEPTION 'who approves it is not an active approver' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT kind FROM added WHERE approved_by IS NULL) a
               JOIN standing_rule r ON r.kind = a.kind AND r.threshold_usd = 0) THEN
        RAISE EXCEPTION 'entries of this kind need the approval of a second person' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE FUNCTION posting_is_allowed() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT entry FROM added) a WHERE (SELECT e.kind FROM entry e WHERE e.number = a.entry)
               IN ('funds', 'donors', 'rates', 'settings', 'users', 'approval-rules', 'import', 'closing', 'reopening',
                   'report', 'letter', 'proposal', 'decision')) THEN
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
CREATE FUNCTION pledge_reference_is_free() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a WHERE (
                   SELECT count(*) FROM pledge p WHERE p.reference = a.reference
                   AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0)) > 1) THEN
        RAISE EXCEPTION 'a pledge of this reference stands' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE FUNCTION payment_reference_is_free() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a WHERE (
                   SELECT count(*) FROM payment p WHERE p.reference = a.reference
                   AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0)) > 1) THEN
        RAISE EXCEPTION 'a payment of this reference stands' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE FUNCTION allocation_within_receipt() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT payment FROM added WHERE amount > 0) a
               WHERE (SELECT COALESCE(sum(s.amount), 0) FROM allocation s WHERE s.payment = a.payment)
                   > (SELECT COALESCE(sum(p.amount), 0) FROM payment p WHERE p.entry = a.payment)) THEN
        RAISE EXCEPTION 'the allocations of a payment cannot exceed what was received' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE FUNCTION request_is_answered_once() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM request WHERE key = NEW.key) THEN
        RAISE EXCEPTION 'a request key is used once' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION closing_in_order() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM closing WHERE entry = NEW.entry)
       OR COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '')
          <> (CASE WHEN NEW.through = NEW.year THEN 'closing' ELSE 'reopening' END)
       OR NEW.year <> (SELECT through FROM closing ORDER BY entry DESC LIMIT 1)
                      + (CASE WHEN NEW.through = NEW.year THEN 1 ELSE 0 END) THEN
        RAISE EXCEPTION 'years are closed in their order, and opened again the latest first' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION person_in_its_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') <> 'users' THEN
        RAISE EXCEPTION 'persons are recorded by entries of kind users' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION approval_rule_in_its_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') NOT IN ('approval-rules', 'users') THEN
        RAISE EXCEPTION 'rules of approval are recorded by entries of kind approval-rules' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION decision_by_another() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') <> 'decision'
       OR NOT EXISTS (SELECT 1 FROM proposal WHERE entry = NEW.proposal)
       OR EXISTS (SELECT 1 FROM decision WHERE proposal = NEW.proposal)
       OR (NEW.verdict = 'withdrawn') <> ((SELECT recorded_by FROM entry WHERE number = NEW.entry)
                                        = (SELECT recorded_by FROM entry WHERE number = NEW.proposal))
       OR (NEW.verdict <> 'withdrawn' AND EXISTS (SELECT 1 FROM person)
           AND NOT EXISTS (SELECT 1 FROM active_person p JOIN entry e ON e.recorded_by = p.name
                           WHERE e.number = NEW.entry AND p.roles LIKE '%,approver,%')) THEN
        RAISE EXCEPTION 'a proposal is decided once, by an approver who did not propose it, or withdrawn by who did'
            USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE TRIGGER entry_is_allowed AFTER INSERT ON entry REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION entry_is_allowed()
--;
CREATE TRIGGER entry_persons AFTER INSERT ON entry REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION entry_has_its_persons()
--;
CREATE TRIGGER posting_is_allowed AFTER INSERT ON posting REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION posting_is_allowed()
--;
CREATE TRIGGER pledge_reference_is_free AFTER INSERT ON pledge REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION pledge_reference_is_free()
--;
CREATE TRIGGER payment_reference_is_free AFTER INSERT ON payment REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION payment_reference_is_free()
--;
CREATE TRIGGER allocation_within_receipt AFTER INSERT ON allocation REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION allocation_within_receipt()
--;
CREATE TRIGGER request_is_answered_once BEFORE INSERT ON request FOR EACH ROW EXECUTE FUNCTION request_is_answered_once()
--;
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing FOR EACH ROW EXECUTE FUNCTION closing_in_order()
--;
CREATE TRIGGER person_in_its_entry BEFORE INSERT ON person FOR EACH ROW EXECUTE FUNCTION person_in_its_entry()
--;
CREATE TRIGGER approval_rule_in_its_entry BEFORE INSERT ON approval_rule FOR EACH ROW EXECUTE FUNCTION approval_rule_in_its_entry()
--;
CREATE TRIGGER decision_by_another BEFORE INSERT ON decision FOR EACH ROW EXECUTE FUNCTION decision_by_another()
