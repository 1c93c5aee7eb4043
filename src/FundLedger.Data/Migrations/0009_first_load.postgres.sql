-- What an import writes is asked once for all rows of a statement and nothing twice, as in 0008; here for the two keys that were left.
-- Nearly every instalment and allocation names its own entry, of which record_belongs asks.
ALTER TABLE instalment DROP CONSTRAINT instalment_pledge_fkey
--;
ALTER TABLE allocation DROP CONSTRAINT allocation_payment_fkey
--;
-- Its arguments are the column that names another entry, and what to say where there is none.
CREATE FUNCTION names_an_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
DECLARE
    strays boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM added a WHERE a.%1$I <> a.entry
                                   AND NOT EXISTS (SELECT 1 FROM entry e WHERE e.number = a.%1$I))', TG_ARGV[0]) INTO strays;
    IF strays THEN
        RAISE EXCEPTION '%', TG_ARGV[1] USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE TRIGGER instalment_has_its_pledge AFTER INSERT ON instalment REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION names_an_entry('pledge', 'an instalment is of a pledge that was recorded')
--;
CREATE TRIGGER allocation_has_its_payment AFTER INSERT ON allocation REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION names_an_entry('payment', 'an allocation is of a payment that was recorded')
--;
-- An import turns these joins off, which read whole tables for a few thousand rows; this rule reads a range of entries once.
ALTER FUNCTION record_belongs() SET enable_hashjoin = on
--;
-- The first load of a ledger: indexes by which only people look, and in which the place of every row is searched, take a good part of
-- the time. Before anything was posted nobody looks: they are put aside within the import's transaction and made anew at its end.
-- False where something was posted, or somebody is reading.
CREATE FUNCTION put_indexes_aside() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = fundledger, pg_temp SET lock_timeout = '2s' AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM posting) THEN
        RETURN false;
    END IF;
    DROP INDEX entry_batch, entry_date, entry_correction, posting_pledge, posting_payment, pledge_donor, pledge_list, pledge_size,
        payment_donor, payment_list, payment_size, claim_open;
    RETURN true;
EXCEPTION WHEN lock_not_available THEN
    RETURN false;
END $$
--;
CREATE FUNCTION put_indexes_back() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = fundledger, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
    CREATE INDEX entry_batch ON entry (batch) WHERE batch <> 0;
    CREATE INDEX entry_date ON entry (date);
    CREATE INDEX entry_correction ON entry (date) WHERE kind IN ('reversal', 'refund', 'allocation');
    CREATE INDEX posting_pledge ON posting (pledge) WHERE pledge <> 0;
    CREATE INDEX posting_payment ON posting (payment) WHERE payment <> 0;
    CREATE INDEX pledge_donor ON pledge (donor, date);
    CREATE INDEX pledge_list ON pledge (date, entry, fund, donor, currency, usd);
    CREATE INDEX pledge_size ON pledge (usd, entry, fund, date);
    CREATE INDEX payment_donor ON payment (donor, date);
    CREATE INDEX payment_list ON payment (date, entry, fund, donor, currency, amount, usd);
    CREATE INDEX payment_size ON payment (usd, entry, fund, date);
    CREATE INDEX claim_open ON claim (due, account, fund, donor, usd, amount) WHERE amount <> 0;
END $$
--;
REVOKE ALL ON FUNCTION put_indexes_aside() FROM PUBLIC
--;
REVOKE ALL ON FUNCTION put_indexes_back() FROM PUBLIC
