-- Contacts of donors: whom letters and statements go to. Their details are personal and stay outside the seals, which hold a
-- salted hash of them, so that they can be erased without breaking the chain.
-- append-only: contact contact_erasure

CREATE TABLE contact (
    entry   {{integer}} NOT NULL REFERENCES entry (number),
    line    {{integer}} NOT NULL,
    donor   {{text}} NOT NULL,
    contact {{integer}} NOT NULL REFERENCES entry (number),   -- the entry of the first version
    hash    {{bytes}} NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX contact_version ON contact (contact, entry);
CREATE INDEX contact_donor ON contact (donor);

CREATE TABLE contact_erasure (
    entry   {{integer}} NOT NULL REFERENCES entry (number),
    line    {{integer}} NOT NULL,
    contact {{integer}} NOT NULL REFERENCES entry (number),
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};
CREATE INDEX contact_erasure_contact ON contact_erasure (contact);

-- Never changed; deleted only after the erasure of their contact was recorded.
CREATE TABLE contact_details (
    entry    {{integer}} NOT NULL REFERENCES entry (number),
    line     {{integer}} NOT NULL,
    salt     {{bytes}} NOT NULL CHECK (length(salt) = 32),
    name     {{text}} NOT NULL,
    position {{text}} NOT NULL,
    email    {{text}} NOT NULL,
    phone    {{text}} NOT NULL,
    address  {{text}} NOT NULL,
    language {{text}} NOT NULL,
    PRIMARY KEY (entry, line)
) {{strict_without_rowid}};

-- What is overdue is added up from this index alone, and not from a hundred thousand claims here and there.
DROP INDEX claim_open;
CREATE INDEX claim_open ON claim (due, account, fund, donor, usd, amount) WHERE amount <> 0;
