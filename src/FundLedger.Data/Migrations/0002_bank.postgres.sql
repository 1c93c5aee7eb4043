-- What PostgreSQL refuses. Statements are separated by a line that holds only "--;".

CREATE FUNCTION bank_line_explained_once() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM standing_match m
               WHERE m.bank_entry = NEW.bank_entry AND m.bank_line = NEW.bank_line AND m.matched <> 0 AND m.entry <> NEW.entry) THEN
        RAISE EXCEPTION 'a bank line is explained once: undo its confirmation first' USING ERRCODE = '23000';
    END IF;
    IF EXISTS (SELECT 1 FROM standing_match m WHERE m.matched = NEW.matched AND m.entry <> NEW.entry) THEN
        RAISE EXCEPTION 'an entry explains bank lines once: undo its confirmation first' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION content_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a file that is kept never changes and is never deleted' USING ERRCODE = '23000';
END $$
--;
CREATE FUNCTION bank_statement_unused() RETURNS trigger LANGUAGE plpgsql
SET search_path = fundledger, pg_temp SET enable_seqscan = off SET jit = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a WHERE a.reverses <> 0
               AND (SELECT count(*) FROM standing_match m WHERE m.bank_entry = a.reverses AND m.matched <> 0) > 0) THEN
        RAISE EXCEPTION 'lines of this statement are confirmed: undo their confirmation first' USING ERRCODE = '23000';
    END IF;
    RETURN NULL;
END $$
--;
CREATE TRIGGER bank_line_explained_once BEFORE INSERT ON bank_match
FOR EACH ROW WHEN (NEW.matched <> 0) EXECUTE FUNCTION bank_line_explained_once()
--;
CREATE TRIGGER content_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON content FOR EACH STATEMENT EXECUTE FUNCTION content_is_kept()
--;
CREATE TRIGGER bank_statement_unused AFTER INSERT ON entry REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION bank_statement_unused()
