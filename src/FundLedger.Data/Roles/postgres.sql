-- Who may do what in a ledger's database. 'fundledger init' and every upgrade run this file; run it again after a new role
-- was made. The roles have no password and no login: give a login of your own one of them, for instance
--   CREATE ROLE desk LOGIN PASSWORD '…' IN ROLE fundledger_app;
--
--   the owner        whoever ran 'fundledger init': brings the schema up to date; not for daily work
--   fundledger_app   records and reads; cannot change or delete what was posted, nor disable a trigger
--   fundledger_read  reads

DO $$
DECLARE
    name text;
BEGIN
    IF (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) THEN
        FOREACH name IN ARRAY ARRAY['fundledger_app', 'fundledger_read'] LOOP
            IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = name) THEN
                EXECUTE format('CREATE ROLE %I NOLOGIN', name);
            END IF;
        END LOOP;
    END IF;
    -- Without the right to make roles the ledger belongs to its owner alone until somebody else makes them.
    IF (SELECT count(*) FROM pg_roles WHERE rolname IN ('fundledger_app', 'fundledger_read')) < 2 THEN
        RETURN;
    END IF;

    GRANT USAGE ON SCHEMA fundledger TO fundledger_app, fundledger_read;
    GRANT SELECT ON ALL TABLES IN SCHEMA fundledger TO fundledger_app, fundledger_read;
    GRANT INSERT ON ALL TABLES IN SCHEMA fundledger TO fundledger_app;
    REVOKE INSERT ON schema_version FROM fundledger_app;
    -- Only what follows from the journal and can be computed again from it changes in place.
    GRANT UPDATE ON total, donor_total, year_total, claim, receipt TO fundledger_app;
    -- The first load of a ledger makes indexes anew that are its owner's: these and no others.
    GRANT EXECUTE ON FUNCTION put_indexes_aside(), put_indexes_back() TO fundledger_app;
    -- Passwords and keys are no part of the journal; nobody who only reads the books sees them.
    GRANT UPDATE, DELETE ON sign_in, api_key TO fundledger_app;
    REVOKE SELECT ON sign_in, api_key FROM fundledger_read;
    GRANT UPDATE, DELETE ON saved_view TO fundledger_app;
    -- Details of contacts are personal: they are erased once their erasure is on record, and not for everybody to read.
    GRANT DELETE ON contact_details TO fundledger_app;
    REVOKE SELECT ON contact_details FROM fundledger_read;
END $$
