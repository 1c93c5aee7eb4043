-- Lists as their persons like to see them. They are a convenience and no part of the journal: they change, and nothing seals them.

CREATE TABLE saved_view (
    person   {{text}} NOT NULL,
    list     {{text}} NOT NULL,                  -- the path of the list: /pledges
    name     {{text}} NOT NULL,
    query    {{text}} NOT NULL,                  -- filter, order and columns, as the address has them: ?fund=VFTC
    saved_at {{integer}} NOT NULL,
    PRIMARY KEY (person, list, name)
) {{strict}};
