-- The embedded store, version 1. Columns are added, never changed: see DataDirectory.FORMAT.

-- Events, in the order in which they were written, so that a commit touches the last page and one of the index.
CREATE TABLE IF NOT EXISTS event (
    ordering INTEGER PRIMARY KEY,
    persistence_id TEXT NOT NULL,
    sequence_nr INTEGER NOT NULL,
    writer TEXT NOT NULL,
    written INTEGER NOT NULL,
    adapter TEXT NOT NULL,
    payload BLOB NOT NULL,
    serializer INTEGER NOT NULL,
    manifest TEXT NOT NULL,
    UNIQUE (persistence_id, sequence_nr)
) STRICT;

-- States of entities, from which they recover faster than from all their events.
CREATE TABLE IF NOT EXISTS snapshot (
    persistence_id TEXT NOT NULL,
    sequence_nr INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    payload BLOB NOT NULL,
    serializer INTEGER NOT NULL,
    manifest TEXT NOT NULL,
    PRIMARY KEY (persistence_id, sequence_nr)
) STRICT;

-- One row: a known text under the master key, so that a wrong key is found at start and not at the first reading,
-- probed counts the probes that found the store writable.
CREATE TABLE IF NOT EXISTS store (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    master_key_check BLOB NOT NULL,
    probed INTEGER DEFAULT 0 NOT NULL
) STRICT;

-- The key of one Account under the master key; NULL once erased for good.
CREATE TABLE IF NOT EXISTS account_key (
    account TEXT PRIMARY KEY,
    wrapped BLOB
) STRICT;

-- Item data. touched is the last time that it was put, in epoch milliseconds.
CREATE TABLE IF NOT EXISTS blob (
    hash TEXT PRIMARY KEY,
    length INTEGER NOT NULL,
    touched INTEGER NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS blob_chunk (
    hash TEXT NOT NULL REFERENCES blob (hash) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (hash, number)
) STRICT;

CREATE TABLE IF NOT EXISTS blob_reference (
    hash TEXT NOT NULL REFERENCES blob (hash) ON DELETE CASCADE,
    item TEXT NOT NULL,
    PRIMARY KEY (hash, item)
) STRICT;

-- Where things stood in a live Room: one row each, overwritten. The incarnation rises whenever the Room begins.
CREATE TABLE IF NOT EXISTS room_checkpoint (
    room TEXT PRIMARY KEY,
    incarnation INTEGER NOT NULL,
    positions BLOB NOT NULL
) STRICT;
