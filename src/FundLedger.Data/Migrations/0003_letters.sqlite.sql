-- INSERT OR REPLACE of a foreign program must not slip past the unique index.
CREATE TRIGGER reminder_is_written_once BEFORE INSERT ON reminder
WHEN EXISTS (SELECT 1 FROM reminder WHERE pledge = NEW.pledge AND instalment = NEW.instalment AND step = NEW.step)
BEGIN SELECT RAISE(ABORT, 'this reminder of the instalment was written already'); END
