package dev.mulligan.store.jdbc;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.LetterAge;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Letters in numbers, from one statement: what it sees is of one moment, so it adds up. */
final class Statistics {
  private final String select;

  Statistics(Tables tables, Instant now) {
    String from = " FROM " + tables.letters();
    select =
        "SELECT 'state' AS kind, state AS name, COUNT(*) AS amount, SUM(failures) - COUNT(*) AS"
            + " more, MIN(last_failure) AS oldest, MAX(last_failure) AS newest"
            + from
            + " GROUP BY state"
            + waiting("reason", "reason", from)
            + waiting("type", "failure_type", from)
            + waiting("call", "call_id", from)
            + waiting("queue", "queue_name", from)
            + waiting("poison", "call_id", from, " AND reason = 'POISON'")
            + ages(from, now)
            + " UNION ALL SELECT 'count', name, amount, 0, 0, 0 FROM "
            + tables.counts();
  }

  private static String waiting(String kind, String column, String from) {
    return waiting(kind, column, from, "");
  }

  private static String waiting(String kind, String column, String from, String condition) {
    return (" UNION ALL SELECT '" + kind + "', " + column + ", COUNT(*), 0, 0, 0")
        + from
        + (" WHERE state = 'STORED'" + condition + " GROUP BY " + column);
  }

  private static String ages(String from, Instant now) {
    StringBuilder ages = new StringBuilder();
    long end = Long.MAX_VALUE;
    for (LetterAge age : LetterAge.values()) {
      long begin = Values.nanos(age.begin(now));
      ages.append(" UNION ALL SELECT 'age', '")
          .append(age)
          .append("', COUNT(*), 0, 0, 0")
          .append(from)
          .append(" WHERE state = 'STORED' AND last_failure > ")
          .append(begin)
          .append(" AND last_failure <= ")
          .append(end);
      end = begin;
    }
    return ages.toString();
  }

  private record Line(
      String kind, String name, long amount, long joined, long oldest, long newest) {
    static Line read(ResultSet row) throws SQLException {
      return new Line(
          row.getString("kind"),
          row.getString("name"),
          row.getLong("amount"),
          row.getLong("more"),
          row.getLong("oldest"),
          row.getLong("newest"));
    }
  }

  LetterStats read(Sql sql) throws SQLException {
    Sums sums = new Sums();
    sql.query(Line::read, select, List.of()).forEach(sums::add);
    return sums.stats();
  }

  private static final class Sums {
    private final Map<LetterState, Long> byState = new EnumMap<>(LetterState.class);
    private final Map<LetterReason, Long> byReason = new EnumMap<>(LetterReason.class);
    private final Map<FailureType, Long> byType = new EnumMap<>(FailureType.class);
    private final Map<String, Long> byCall = new HashMap<>();
    private final Map<String, Long> byQueue = new HashMap<>();
    private final Map<String, Long> poisonByCall = new HashMap<>();
    private final Map<LetterAge, Long> byAge = new EnumMap<>(LetterAge.class);
    private @Nullable Instant oldest;
    private @Nullable Instant newest;
    private long joined;
    private long removed;

    void add(Line line) {
      switch (line.kind()) {
        case "state" -> addState(LetterState.valueOf(line.name()), line);
        case "reason" -> byReason.put(LetterReason.valueOf(line.name()), line.amount());
        case "type" -> byType.put(FailureType.valueOf(line.name()), line.amount());
        case "call" -> byCall.put(line.name(), line.amount());
        case "queue" -> byQueue.put(line.name(), line.amount());
        case "poison" -> poisonByCall.put(line.name(), line.amount());
        case "age" -> addAge(LetterAge.valueOf(line.name()), line.amount());
        default -> addCount(line);
      }
    }

    private void addState(LetterState state, Line line) {
      byState.put(state, line.amount());
      joined += line.joined();
      if (state == LetterState.STORED) {
        oldest = Values.instant(line.oldest());
        newest = Values.instant(line.newest());
      }
    }

    private void addAge(LetterAge age, long amount) {
      if (amount > 0) {
        byAge.put(age, amount);
      }
    }

    private void addCount(Line line) {
      if (line.name().equals(Purging.Totals.JOINED)) {
        joined += line.amount();
      } else {
        removed += line.amount();
      }
    }

    LetterStats stats() {
      return new LetterStats(
          byState,
          byReason,
          byType,
          byCall,
          byQueue,
          poisonByCall,
          byAge,
          oldest,
          newest,
          joined,
          removed);
    }
  }
}
