-- A letter's text stands in body; what is asked for, counted and claimed stands beside it.
-- Times are nanoseconds since 1970.
CREATE TABLE IF NOT EXISTS ${table} (
  id ${id} NOT NULL PRIMARY KEY,
  call_id ${name} NOT NULL,
  queue_name ${name} NOT NULL,
  reason VARCHAR(40) NOT NULL,
  failure_type VARCHAR(40) NOT NULL,
  method_name ${name} NOT NULL,
  key_value ${name},
  -- The same for all letters that may be taken into one another.
  identity_hash ${id},
  -- The same value while the letter is the one that others are taken into: there is only one.
  open_hash ${id},
  state VARCHAR(40) NOT NULL,
  failures INTEGER NOT NULL,
  replays INTEGER NOT NULL,
  token BIGINT NOT NULL,
  owner ${name},
  leased_until BIGINT,
  last_failure BIGINT NOT NULL,
  retain_until BIGINT NOT NULL,
  body ${body} NOT NULL
)${options};

CREATE UNIQUE INDEX IF NOT EXISTS ${table}_open ON ${table} (open_hash);
CREATE INDEX IF NOT EXISTS ${table}_identity ON ${table} (identity_hash);
CREATE INDEX IF NOT EXISTS ${table}_state ON ${table} (state, last_failure);
CREATE INDEX IF NOT EXISTS ${table}_retain ON ${table} (retain_until);

-- The ids of letters that were taken into others, so that none is counted twice.
CREATE TABLE IF NOT EXISTS ${table}_joined (
  id ${id} NOT NULL PRIMARY KEY,
  letter_id ${id} NOT NULL,
  joined_at BIGINT NOT NULL
)${options};

CREATE INDEX IF NOT EXISTS ${table}_joined_letter ON ${table}_joined (letter_id);
CREATE INDEX IF NOT EXISTS ${table}_joined_at ON ${table}_joined (joined_at);

-- What is known of letters that are in the store no longer.
CREATE TABLE IF NOT EXISTS ${table}_count (
  name ${id} NOT NULL PRIMARY KEY,
  amount BIGINT NOT NULL
)${options};
