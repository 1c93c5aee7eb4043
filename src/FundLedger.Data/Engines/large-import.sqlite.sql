-- What SQLite's triggers refuse row by row, asked of all rows of a large import at once before it is committed: a row is an
-- answer, and says why the import is refused. @first is its first entry. A rule that a trigger on these tables gets, gets its line here.

SELECT 'entries are numbered without gaps and never replaced'
WHERE (SELECT COUNT(*) FROM entry WHERE number >= @first) <> (SELECT MAX(number) FROM entry) - @first + 1
   OR @first <> 1 + COALESCE((SELECT MAX(number) FROM entry WHERE number < @first), 0)
--;
SELECT 'a reversal undoes, once, an entry that exists and is not itself a reversal'
FROM entry e WHERE +e.number >= @first AND e.reverses <> 0
  AND NOT EXISTS (SELECT 1 FROM entry o WHERE o.number = e.reverses AND o.reverses = 0)
LIMIT 1
--;
SELECT 'lines of this statement are confirmed: undo their confirmation first'
FROM entry e WHERE +e.number >= @first AND e.reverses <> 0
  AND EXISTS (SELECT 1 FROM standing_match m WHERE m.bank_entry = e.reverses AND m.matched <> 0)
LIMIT 1
--;
SELECT 'the year is closed: it takes no entries until it is opened again'
FROM (SELECT through FROM closing ORDER BY entry DESC LIMIT 1) c CROSS JOIN entry e
WHERE e.number >= @first AND e.kind <> 'reopening' AND CAST(substr(e.date, 1, 4) AS INTEGER) <= c.through
LIMIT 1
--;
SELECT 'a year is opened again with a reason and the approval of a second person'
FROM entry e WHERE e.number >= @first AND e.kind = 'reopening' AND (e.approved_by IS NULL OR trim(COALESCE(e.reason, '')) = '')
LIMIT 1
--;
SELECT 'who records it is not an active person with the role for it'
FROM (SELECT DISTINCT recorded_by, kind FROM entry WHERE number >= @first) e
WHERE EXISTS (SELECT 1 FROM person)
  AND NOT EXISTS (
      SELECT 1 FROM active_person p WHERE p.name = e.recorded_by AND (
          p.roles LIKE '%,administrator,%' OR (p.roles LIKE '%,recorder,%' AND e.kind NOT IN ('users', 'approval-rules'))))
LIMIT 1
--;
SELECT 'who approves it is not an active approver'
FROM (SELECT DISTINCT approved_by FROM entry WHERE number >= @first AND approved_by IS NOT NULL) e
WHERE EXISTS (SELECT 1 FROM person)
  AND NOT EXISTS (SELECT 1 FROM active_person p WHERE p.name = e.approved_by AND p.roles LIKE '%,approver,%')
LIMIT 1
--;
SELECT 'entries of this kind need the approval of a second person'
FROM (SELECT DISTINCT kind FROM entry WHERE number >= @first AND approved_by IS NULL) e
JOIN standing_rule r ON r.kind = e.kind AND r.threshold_usd = 0
LIMIT 1
--;
SELECT 'entries of this kind have no postings'
FROM entry e WHERE e.number >= @first
  AND e.kind IN ('funds', 'donors', 'rates', 'settings', 'users', 'approval-rules', 'import', 'closing', 'reopening', 'report', 'letter',
                 'proposal', 'decision')
  AND EXISTS (SELECT 1 FROM posting p WHERE p.entry = e.number)
LIMIT 1
--;
SELECT 'an entry of this kind and amount needs the approval of a second person'
FROM standing_rule r JOIN entry e ON e.kind = r.kind AND e.number >= @first AND e.approved_by IS NULL
WHERE r.threshold_usd < (SELECT MAX(s.usd) FROM (SELECT SUM(abs(p.usd)) AS usd FROM posting p WHERE p.entry = e.number
                                                 GROUP BY p.account, p.usd < 0) s)
LIMIT 1
--;
SELECT 'a pledge of this reference stands'
FROM (SELECT reference FROM pledge GROUP BY reference HAVING COUNT(*) > 1 AND MAX(entry) >= @first) a WHERE 1 < (
    SELECT COUNT(*) FROM pledge p WHERE p.reference = a.reference
    AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0))
LIMIT 1
--;
SELECT 'a payment of this reference stands'
FROM (SELECT reference FROM payment GROUP BY reference HAVING COUNT(*) > 1 AND MAX(entry) >= @first) a WHERE 1 < (
    SELECT COUNT(*) FROM payment p WHERE p.reference = a.reference
    AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = p.entry AND r.reverses <> 0))
LIMIT 1
--;
SELECT 'the allocations of a payment cannot exceed what was received'
FROM (SELECT payment, SUM(amount) AS used FROM allocation GROUP BY payment
      HAVING SUM(CASE WHEN entry >= @first AND amount > 0 THEN 1 ELSE 0 END) > 0) a
WHERE a.used > (SELECT COALESCE(SUM(p.amount), 0) FROM payment p WHERE p.entry = a.payment)
LIMIT 1
