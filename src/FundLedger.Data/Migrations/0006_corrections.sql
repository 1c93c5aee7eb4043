-- The few entries beside payments that move money from donors: what a report finds among all entries of a year.
CREATE INDEX entry_correction ON entry (date) WHERE kind IN ('reversal', 'refund', 'allocation');

-- Lists in the order of their amounts, and the largest pledges of a Board's report. Some ledgers got them with the schema before.
CREATE INDEX IF NOT EXISTS payment_size ON payment (usd, entry, fund, date);
CREATE INDEX IF NOT EXISTS pledge_size ON pledge (usd, entry, fund, date);
