-- Lists as their persons like to see them. They are a convenience and no part of the journal: they change, and nothing seals them.

CREATE TABLE saved_view (
    person   {{text}} NOT NULL,
    list     {{text}} NOT NULL,                  -- the path of the list: /pledges
    name     {{text}} NOT NULL,
    query    {{text}} NOT NULL,                  -- filter, order and columns, as the address has them: ?fund=VFTC
    saved_at {{integer}} NOT NULL,
    PRIMARY KEY (person, list, name)
) {{strict}};

-- Coarser sums beside the totals, so that what is asked most costs the same however many years and entries there are.

-- What each donor gave to each fund, over all years.
CREATE TABLE donor_total (
    fund     {{text}} NOT NULL,
    donor    {{text}} NOT NULL,
    account  {{text}} NOT NULL,
    movement {{text}} NOT NULL,
    usd      {{integer}} NOT NULL,
    postings {{integer}} NOT NULL,
    PRIMARY KEY (fund, donor, account, movement)
) {{strict_without_rowid}};
INSERT INTO donor_total (fund, donor, account, movement, usd, postings)
SELECT fund, donor, account, movement, SUM(usd), SUM(postings) FROM total GROUP BY fund, donor, account, movement;

-- What each fund received in each year, from all donors.
CREATE TABLE year_total (
    fund     {{text}} NOT NULL,
    year     {{integer}} NOT NULL,
    account  {{text}} NOT NULL,
    movement {{text}} NOT NULL,
    usd      {{integer}} NOT NULL,
    postings {{integer}} NOT NULL,
    PRIMARY KEY (fund, year, account, movement)
) {{strict_without_rowid}};
INSERT INTO year_total (fund, year, account, movement, usd, postings)
SELECT fund, year, account, movement, SUM(usd), SUM(postings) FROM total GROUP BY fund, year, account, movement;
