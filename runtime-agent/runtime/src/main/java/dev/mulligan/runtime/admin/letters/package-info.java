/** What operators ask of dead letters and order to be done with them, request by request. */
@NullMarked
package dev.mulligan.runtime.admin.letters;

import org.jspecify.annotations.NullMarked;
