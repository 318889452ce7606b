package dev.mulligan.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value that never leaves the process: it is not in dead letters, logs, metrics or
 * messages. Stands on a parameter, a field, a component of a record, a getter or a type. A letter
 * that lacks a redacted argument can be looked at, but not replayed, unless letters are encrypted.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.TYPE,
  ElementType.RECORD_COMPONENT
})
public @interface Redact {}
