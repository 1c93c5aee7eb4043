-- What SQLite refuses. Statements are separated by a line that holds only "--;".
-- One trigger a table lists its rules: calling a trigger costs more than most of the rules, and imports are long.

-- INSERT OR REPLACE of a foreign program deletes without asking the triggers on DELETE: whatever is unique is refused here.
CREATE TRIGGER entry_is_allowed BEFORE INSERT ON entry
BEGIN
    SELECT RAISE(ABORT, 'entries are numbered without gaps and never replaced')
    WHERE NEW.number <> (SELECT COALESCE(MAX(number), 0) + 1 FROM entry);

    SELECT RAISE(ABORT, 'a reversal undoes, once, an entry that exists and is not itself a reversal')
    WHERE NEW.reverses <> 0 AND (NOT EXISTS (SELECT 1 FROM entry WHERE number = NEW.reverses AND reverses = 0)
                                 OR EXISTS (SELECT 1 FROM entry r WHERE r.reverses = NEW.reverses AND r.reverses <> 0));

    SELECT RAISE(ABORT, 'the year is closed: it takes no entries until it is opened again')
    WHERE NEW.kind <> 'reopening'
      AND CAST(substr(NEW.date, 1, 4) AS INTEGER) <= (SELECT through FROM closing ORDER BY entry DESC LIMIT 1);

    SELECT RAISE(ABORT, 'a year is opened again with a reason and the approval of a second person')
    WHERE NEW.kind = 'reopening' AND (NEW.approved_by IS NULL OR trim(COALESCE(NEW.reason, '')) = '');

    SELECT RAISE(ABORT, 'who records it is not an active person with the role for it')
    WHERE EXISTS (SELECT 1 FROM person)
      AND NOT EXISTS (
          SELECT 1 FROM active_person p WHERE p.name = NEW.recorded_by AND (
              p.roles LIKE '%,administrator,%'
              OR (p.roles LIKE '%,recorder,%' AND NEW.kind NOT IN ('users', 'approval-rules'))
              OR (p.roles LIKE '%,approver,%' AND NEW.kind IN ('decision', 'report', 'letter'))));

    SELECT RAISE(ABORT, 'who approves it is not an active approver')
    WHERE NEW.approved_by IS NOT NULL AND EXISTS (SELECT 1 FROM person)
      AND NOT EXISTS (SELECT 1 FROM active_person p WHERE p.name = NEW.approved_by AND p.roles LIKE '%,approver,%');

    SELECT RAISE(ABORT, 'entries of this kind need the approval of a second person')
    WHERE NEW.approved_by IS NULL AND EXISTS (SELECT 1 FROM approval_rule)
      AND EXISTS (SELECT 1 FROM standing_rule WHERE kind = NEW.kind AND threshold_usd = 0);
END
--;
CREATE TRIGGER posting_is_allowed BEFORE INSERT ON posting
BEGIN
    SELECT RAISE(ABORT, 'posting: records come with their entry and are never replaced') WHERE {{belongs:posting}};

    SELECT RAISE(ABORT, 'entries of this kind have no postings')
    WHERE instr('|funds|donors|rates|settings|users|approval-rules|import|closing|reopening|report|letter|proposal|decision|',
                '|' || (SELECT kind FROM entry WHERE number = NEW.entry) || '|');

    SELECT RAISE(ABORT, 'an entry of this kind and amount needs the approval of a second person')
    WHERE EXISTS (SELECT 1 FROM approval_rule)
      AND EXISTS (SELECT 1 FROM entry e JOIN standing_rule r ON r.kind = e.kind
                  WHERE e.number = NEW.entry AND e.approved_by IS NULL
                    AND abs(NEW.usd) + (SELECT COALESCE(SUM(abs(p.usd)), 0) FROM posting p
                                        WHERE p.entry = NEW.entry AND p.account = NEW.account AND (p.usd < 0) = (NEW.usd < 0))
                        > r.threshold_usd);
END
--;
CREATE TRIGGER request_is_answered_once BEFORE INSERT ON request
WHEN EXISTS (SELECT 1 FROM request WHERE key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'a request key is used once'); END
--;
CREATE TRIGGER pledge_is_allowed BEFORE INSERT ON pledge
BEGIN
    SELECT RAISE(ABORT, 'pledge: records come with their entry and are never replaced') WHERE {{belongs:pledge}};

    SELECT RAISE(ABORT, 'a pledge of this reference stands')
    WHERE EXISTS (SELECT 1 FROM pledge p WHERE p.reference = NEW.reference
                  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0));
END
--;
CREATE TRIGGER payment_is_allowed BEFORE INSERT ON payment
BEGIN
    SELECT RAISE(ABORT, 'payment: records come with their entry and are never replaced') WHERE {{belongs:payment}};

    SELECT RAISE(ABORT, 'a payment of this reference stands')
    WHERE EXISTS (SELECT 1 FROM payment p WHERE p.reference = NEW.reference
                  AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0));
END
--;
CREATE TRIGGER allocation_is_allowed BEFORE INSERT ON allocation
BEGIN
    SELECT RAISE(ABORT, 'allocation: records come with their entry and are never replaced') WHERE {{belongs:allocation}};

    SELECT RAISE(ABORT, 'the allocations of a payment cannot exceed what was received')
    WHERE NEW.amount > 0 AND NEW.amount + (SELECT COALESCE(SUM(amount), 0) FROM allocation WHERE payment = NEW.payment)
          > (SELECT COALESCE(SUM(amount), 0) FROM payment WHERE entry = NEW.payment);
END
--;
CREATE TRIGGER closing_in_order BEFORE INSERT ON closing
WHEN EXISTS (SELECT 1 FROM closing WHERE entry = NEW.entry)
  OR COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') <> CASE WHEN NEW.through = NEW.year THEN 'closing' ELSE 'reopening' END
  OR NEW.year <> (SELECT through FROM closing ORDER BY entry DESC LIMIT 1) + CASE WHEN NEW.through = NEW.year THEN 1 ELSE 0 END
BEGIN SELECT RAISE(ABORT, 'years are closed in their order, and opened again the latest first'); END
--;
CREATE TRIGGER person_in_its_entry BEFORE INSERT ON person
WHEN COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') <> 'users'
BEGIN SELECT RAISE(ABORT, 'persons are recorded by entries of kind users'); END
--;
CREATE TRIGGER approval_rule_in_its_entry BEFORE INSERT ON approval_rule
WHEN COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') NOT IN ('approval-rules', 'users')
BEGIN SELECT RAISE(ABORT, 'rules of approval are recorded by entries of kind approval-rules'); END
--;
CREATE TRIGGER decision_by_another BEFORE INSERT ON decision
WHEN COALESCE((SELECT kind FROM entry WHERE number = NEW.entry), '') <> 'decision'
  OR NOT EXISTS (SELECT 1 FROM proposal WHERE entry = NEW.proposal)
  OR EXISTS (SELECT 1 FROM decision WHERE proposal = NEW.proposal)
  OR (NEW.verdict = 'withdrawn') <> ((SELECT recorded_by FROM entry WHERE number = NEW.entry)
                                   = (SELECT recorded_by FROM entry WHERE number = NEW.proposal))
  OR (NEW.verdict <> 'withdrawn' AND EXISTS (SELECT 1 FROM person)
      AND NOT EXISTS (SELECT 1 FROM active_person p JOIN entry e ON e.recorded_by = p.name
                      WHERE e.number = NEW.entry AND p.roles LIKE '%,approver,%'))
BEGIN SELECT RAISE(ABORT, 'a proposal is decided once, by an approver who did not propose it, or withdrawn by who did'); END
