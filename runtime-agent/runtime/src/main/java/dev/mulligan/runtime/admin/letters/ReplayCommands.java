package dev.mulligan.runtime.admin.letters;

import static dev.mulligan.runtime.admin.letters.LetterRequest.FILTER;
import static dev.mulligan.runtime.admin.letters.LetterRequest.ORDER;

import dev.mulligan.runtime.admin.socket.Command;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.replay.Replays;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Replays letters on an operator's order. A replay may take hours, so it is a job: ordering it
 * answers with its number at once, and whoever ordered it asks how it goes. Thread-safe.
 */
public final class ReplayCommands {
  private static final int MOST_RUNNING = 8;
  private static final int MOST_REMEMBERED = 100;
  private static final int MOST_IDS = 1_000;

  private final DeadLetters letters;
  private final Replays replays;
  private final Map<Integer, ReplayJob> jobs = new TreeMap<>();
  private int everStarted;

  /**
   * Creates the commands.
   *
   * @param letters what they are about
   * @param replays calls them
   */
  public ReplayCommands(DeadLetters letters, Replays replays) {
    this.letters = letters;
    this.replays = replays;
  }

  /**
   * Lists the commands.
   *
   * @return by their names
   */
  public Map<String, Command> all() {
    return Map.of(
        "letters.replay", this::replay,
        "letters.job.show", request -> job(request).describe(),
        "letters.job.stop", this::stop);
  }

  private Map<String, @Nullable Object> replay(Map<String, @Nullable Object> fields) {
    LetterRequest request = new LetterRequest(fields, FILTER, ORDER, Set.of("ids", "all"));
    List<String> ids = request.texts("ids");
    if (ids == null && !request.hasFilter() && !request.flag("all")) {
      throw new IllegalArgumentException("which letters: \"ids\", a filter, or \"all\": true");
    }
    List<Letter> only = ids == null ? null : find(ids);
    ReplayOrder order = request.order();
    Long expected = only == null ? expected(order) : Long.valueOf(only.size());
    ReplayJob job = add(order, only, expected);
    job.start();
    return job.describe();
  }

  private List<Letter> find(List<String> ids) {
    if (ids.size() > MOST_IDS) {
      throw new IllegalArgumentException("ids: at most " + MOST_IDS);
    }
    return ids.stream().map(id -> LetterCommands.byPrefix(letters, id)).toList();
  }

  /** How many letters an order means, if that is found out soon: for a progress bar. */
  private @Nullable Long expected(ReplayOrder order) {
    LetterState state = order.filter().state();
    Long meant =
        state == null || state == LetterState.STORED
            ? Expectation.of(letters, order.filter().state(LetterState.STORED))
            : Long.valueOf(0);
    return meant == null || order.limit() == 0
        ? meant
        : Long.valueOf(Math.min(meant, order.limit()));
  }

  private synchronized ReplayJob add(
      ReplayOrder order, @Nullable List<Letter> only, @Nullable Long expected) {
    long running = jobs.values().stream().filter(job -> !job.isOver()).count();
    if (running >= MOST_RUNNING) {
      throw new IllegalArgumentException("there are " + running + " replays running already");
    }
    Iterator<ReplayJob> oldest = new ArrayList<>(jobs.values()).iterator();
    while (jobs.size() >= MOST_REMEMBERED && oldest.hasNext()) {
      ReplayJob job = oldest.next();
      if (job.isOver()) {
        jobs.remove(job.number());
      }
    }
    ReplayJob job = new ReplayJob(++everStarted, replays, order, only, expected);
    jobs.put(job.number(), job);
    return job;
  }

  private Map<String, @Nullable Object> stop(Map<String, @Nullable Object> fields) {
    ReplayJob job = job(fields);
    job.stop();
    return job.describe();
  }

  private synchronized ReplayJob job(Map<String, @Nullable Object> fields) {
    int number = new LetterRequest(fields, Set.of("job")).count("job", 1, 0);
    ReplayJob job = jobs.get(number);
    if (job == null) {
      throw new IllegalArgumentException("there is no replay " + number);
    }
    return job;
  }
}
