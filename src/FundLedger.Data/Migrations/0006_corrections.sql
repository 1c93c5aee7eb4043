-- The few entries beside payments that move money from donors: what a report finds among all entries of a year.
CREATE INDEX entry_correction ON entry (date) WHERE kind IN ('reversal', 'refund', 'allocation');
