/** What both engines must do, the same way. */
package dev.mulligan.conformance;
