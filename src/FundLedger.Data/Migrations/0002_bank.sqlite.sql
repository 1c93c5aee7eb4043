-- What SQLite refuses. Statements are separated by a line that holds only "--;".

CREATE TRIGGER bank_line_explained_once BEFORE INSERT ON bank_match
WHEN NEW.matched <> 0 AND EXISTS (
    SELECT 1 FROM standing_match m
    WHERE m.bank_entry = NEW.bank_entry AND m.bank_line = NEW.bank_line AND m.matched <> 0 AND m.entry <> NEW.entry)
BEGIN SELECT RAISE(ABORT, 'a bank line is explained once: undo its confirmation first'); END
--;
CREATE TRIGGER entry_explains_once BEFORE INSERT ON bank_match
WHEN NEW.matched <> 0 AND EXISTS (SELECT 1 FROM standing_match m WHERE m.matched = NEW.matched AND m.entry <> NEW.entry)
BEGIN SELECT RAISE(ABORT, 'an entry explains bank lines once: undo its confirmation first'); END
--;
CREATE TRIGGER content_keeps_update BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'a file that is kept never changes'); END
--;
CREATE TRIGGER content_keeps_delete BEFORE DELETE ON content
BEGIN SELECT RAISE(ABORT, 'a file that is kept is never deleted'); END
--;
CREATE TRIGGER content_never_replaced BEFORE INSERT ON content
WHEN EXISTS (SELECT 1 FROM content WHERE hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'a file that is kept is never replaced'); END
--;
CREATE TRIGGER bank_statement_unused BEFORE INSERT ON entry
WHEN NEW.reverses <> 0 AND EXISTS (SELECT 1 FROM standing_match m WHERE m.bank_entry = NEW.reverses AND m.matched <> 0)
BEGIN SELECT RAISE(ABORT, 'lines of this statement are confirmed: undo their confirmation first'); END
