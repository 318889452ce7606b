/** Dead letters in a database: PostgreSQL, MariaDB, H2 or SQLite. */
@NullMarked
package dev.mulligan.store.jdbc;

import org.jspecify.annotations.NullMarked;
