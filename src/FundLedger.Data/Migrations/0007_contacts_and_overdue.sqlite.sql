-- What SQLite refuses. Statements are separated by a line that holds only "--;".

CREATE TRIGGER contact_is_erased_for_a_reason BEFORE INSERT ON contact_erasure
WHEN NOT EXISTS (SELECT 1 FROM contact WHERE entry = NEW.contact AND contact = NEW.contact)
  OR NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.entry AND kind = 'contact-erasure' AND trim(COALESCE(reason, '')) <> '')
BEGIN SELECT RAISE(ABORT, 'a contact that exists is erased by an entry of kind contact-erasure, with a reason'); END
--;
CREATE TRIGGER contact_details_belongs BEFORE INSERT ON contact_details
WHEN {{belongs:contact_details}}
BEGIN SELECT RAISE(ABORT, 'contact_details: records come with their entry and are never replaced'); END
--;
CREATE TRIGGER contact_details_keeps_update BEFORE UPDATE ON contact_details
BEGIN SELECT RAISE(ABORT, 'details of a contact never change: record a new version'); END
--;
CREATE TRIGGER contact_details_keeps_delete BEFORE DELETE ON contact_details
WHEN NOT EXISTS (SELECT 1 FROM contact c JOIN contact_erasure x ON x.contact = c.contact WHERE c.entry = OLD.entry)
BEGIN SELECT RAISE(ABORT, 'details of a contact go only after its erasure was recorded'); END
