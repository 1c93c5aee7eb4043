-- What SQLite refuses. Statements are separated by a line that holds only "--;".

CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps and never replaced'); END
--;
CREATE TRIGGER reversal_stands BEFORE INSERT ON entry
WHEN NEW.reverses <> 0 AND NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.reverses AND reverses = 0)
BEGIN SELECT RAISE(ABORT, 'a reversal undoes an entry that exists and is not itself a reversal'); END
--;
CREATE TRIGGER allocation_within_receipt BEFORE INSERT ON allocation
WHEN NEW.amount > 0 AND NEW.amount + (SELECT COALESCE(SUM(amount), 0) FROM allocation WHERE payment = NEW.payment)
     > (SELECT COALESCE(SUM(amount), 0) FROM payment WHERE entry = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'the allocations of a payment cannot exceed what was received'); END
