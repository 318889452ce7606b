package dev.mulligan.store.jdbc;

import dev.mulligan.runtime.letter.LetterFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter as SQL, which lets through all letters that are meant, and perhaps some more. */
final class Conditions {
  private final StringBuilder sql = new StringBuilder("1 = 1");
  private final List<Object> values = new ArrayList<>();
  private boolean exact = true;

  private Conditions() {}

  static Conditions of(LetterFilter filter) {
    Conditions made = new Conditions();
    made.equal("state", filter.state() == null ? null : filter.state().name());
    made.equal("failure_type", filter.type() == null ? null : filter.type().name());
    made.equal("queue_name", filter.queue());
    made.equal("call_id", filter.callId());
    made.equal("key_value", filter.key());
    made.method(filter.method());
    made.times(filter);
    made.text(filter.text());
    return made;
  }

  /** The conditions, to be put after WHERE. */
  String sql() {
    return sql.toString();
  }

  /** What stands for the question marks. */
  List<Object> values() {
    return values;
  }

  /** Tells whether no other letters are let through than those that are meant. */
  boolean isExact() {
    return exact;
  }

  private void and(String condition, Object... more) {
    sql.append(" AND ").append(condition);
    values.addAll(List.of(more));
  }

  private void equal(String column, @Nullable String wanted) {
    if (wanted != null) {
      and(column + " = ?", Values.name(wanted));
      exact &= Values.isWhole(wanted);
    }
  }

  private void method(@Nullable String wanted) {
    if (wanted == null) {
      return;
    }
    int point = wanted.lastIndexOf('.');
    if (point < 0) {
      equal("method_name", wanted);
    } else {
      and("method_name IN (?, ?)", Values.name(wanted), Values.name(wanted.substring(point + 1)));
      exact = false;
    }
  }

  private void times(LetterFilter filter) {
    if (filter.failedFrom() != null) {
      and("last_failure >= ?", bound(Values.nanos(filter.failedFrom())));
    }
    if (filter.failedUntil() != null) {
      long until = bound(Values.nanos(filter.failedUntil()));
      // Those beyond the last time that a column can tell are all alike.
      and(until == Long.MAX_VALUE ? "last_failure <= ?" : "last_failure < ?", until);
    }
    if (filter.expiredAt() != null) {
      and("retain_until <= ?", bound(Values.nanos(filter.expiredAt())));
    }
  }

  private long bound(long nanos) {
    exact &= nanos != Long.MAX_VALUE && nanos != Long.MIN_VALUE;
    return nanos;
  }

  private void text(@Nullable String part) {
    if (part != null) {
      and("LOWER(body) LIKE ? ESCAPE '!'", pattern(part));
      exact = false;
    }
  }

  /**
   * A pattern for the letter's JSON. What is escaped there, or has more than one form in upper and
   * lower case, such as the Kelvin sign, stands for anything: the filter has the last word.
   */
  static String pattern(String part) {
    StringBuilder pattern = new StringBuilder("%");
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%' || c == '_' || c == '!') {
        pattern.append('!').append(c);
      } else if (c < ' ' || c > '~' || "\"\\iIkKsS".indexOf(c) >= 0) {
        anything(pattern);
      } else {
        pattern.append(Character.toLowerCase(c));
      }
    }
    anything(pattern);
    return pattern.toString();
  }

  /** One wildcard is enough; a percent sign after an escape is none. */
  private static void anything(StringBuilder pattern) {
    int last = pattern.length() - 1;
    boolean isWildcard =
        pattern.charAt(last) == '%' && (last == 0 || pattern.charAt(last - 1) != '!');
    if (!isWildcard) {
      pattern.append('%');
    }
  }
}
