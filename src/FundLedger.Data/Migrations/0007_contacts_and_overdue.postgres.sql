-- What PostgreSQL refuses. Statements are separated by a line that holds only "--;".

CREATE FUNCTION contact_is_erased_for_a_reason() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM contact WHERE entry = NEW.contact AND contact = NEW.contact)
       OR NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND kind = 'contact-erasure' AND trim(COALESCE(reason, '')) <> '') THEN
        RAISE EXCEPTION 'a contact that exists is erased by an entry of kind contact-erasure, with a reason' USING ERRCODE = '23000';
    END IF;
    RETURN NEW;
END $$
--;
CREATE FUNCTION contact_details_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'details of a contact never change: record a new version' USING ERRCODE = '23000';
END $$
--;
CREATE FUNCTION contact_details_go_when_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = fundledger, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM contact c JOIN contact_erasure x ON x.contact = c.contact WHERE c.entry = OLD.entry) THEN
        RAISE EXCEPTION 'details of a contact go only after its erasure was recorded' USING ERRCODE = '23000';
    END IF;
    RETURN OLD;
END $$
--;
CREATE TRIGGER contact_is_erased_for_a_reason BEFORE INSERT ON contact_erasure
FOR EACH ROW EXECUTE FUNCTION contact_is_erased_for_a_reason()
--;
CREATE TRIGGER contact_details_belongs AFTER INSERT ON contact_details REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION record_belongs()
--;
CREATE TRIGGER contact_details_keeps_update BEFORE UPDATE OR TRUNCATE ON contact_details
FOR EACH STATEMENT EXECUTE FUNCTION contact_details_keep()
--;
CREATE TRIGGER contact_details_keeps_delete BEFORE DELETE ON contact_details
FOR EACH ROW EXECUTE FUNCTION contact_details_go_when_erased()
