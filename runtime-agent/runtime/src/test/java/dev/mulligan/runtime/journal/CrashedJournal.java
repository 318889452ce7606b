package dev.mulligan.runtime.journal;

import static java.util.Objects.requireNonNull;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One life of a journal, drawn from a seed: letters are kept, joined, claimed, settled, discarded
 * and removed, segments are compacted, processes end, the power fails. After each failure all that
 * was acknowledged must be there as it was, and nothing that nobody wanted.
 */
final class CrashedJournal {
  private static final JournalLimits LIMITS =
      new JournalLimits(2_500, Duration.ofDays(1), 1 << 20, 1 << 20);
  private static final Instant START = LifeTime.BEGIN;
  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Duration LEASE = Duration.ofDays(1);
  private static final int STEPS = 60;
  private static final int LAST_LETTERS = 10;

  private final LifeTime time;
  private final Random random;
  private final SimulatedDisk disk;
  private final Disk seen;
  private final Map<String, Expected> letters = new HashMap<>();
  private final List<String> ids = new ArrayList<>();
  private JournalCore core;
  private int salts;
  private int next;
  private long received;
  private long receivedInDoubt;

  /** What is known of a letter. */
  private static final class Expected {
    final Letter letter;

    /** The status that it has, or may have; empty for a letter that is not there. */
    final Set<Optional<LetterStatus>> possible = new HashSet<>();

    Expected(Letter letter) {
      this.letter = letter;
    }

    void happened(Optional<LetterStatus> status) {
      possible.clear();
      possible.add(status);
    }
  }

  CrashedJournal(long seed, LifeTime time, UnaryOperator<Disk> sabotage) {
    this.time = time;
    time.begin();
    this.random = new Random(seed);
    this.disk = new SimulatedDisk(random.nextLong());
    this.seen = sabotage.apply(disk);
    this.core = core();
  }

  private JournalCore core() {
    return new JournalCore(seen, LIMITS, () -> hex(++salts * 0x9E3779B97F4AL));
  }

  private static String hex(long number) {
    return HexFormat.of().toHexDigits(number);
  }

  /** Lives, and returns what is wrong, or null. */
  @Nullable String live() throws IOException {
    open();
    for (int life = 0; life < 2; life++) {
      disk.failPowerIn(1 + random.nextInt(240));
      disk.failForces(random.nextInt(3) == 0 ? 0.1 : 0);
      for (int i = 0; i < STEPS && !disk.isDead(); i++) {
        step();
      }
      disk.failForces(0);
      restart();
      String wrong = check();
      if (wrong != null) {
        return "after the power failed: " + wrong;
      }
      for (int i = 0; i < LAST_LETTERS; i++) {
        append("");
      }
      core.close();
      disk.endProcess();
      open();
      wrong = check();
      if (wrong != null) {
        return "after ten more letters: " + wrong;
      }
    }
    return null;
  }

  private void restart() throws IOException {
    disk.restart();
    open();
  }

  private void open() throws IOException {
    core = core();
    core.open();
  }

  private void step() {
    time.pass(random.nextInt(3));
    int kind = random.nextInt(20);
    if (kind < 5) {
      append("");
    } else if (kind < 9) {
      append("0123456789abcdef" + random.nextInt(3));
    } else if (kind < 11) {
      claim();
    } else if (kind < 13) {
      settle();
    } else if (kind == 13) {
      discard();
    } else if (kind < 16) {
      remove();
    } else if (kind < 19) {
      keepHouse();
    } else {
      guarded(
          () -> {
            core.close();
            disk.endProcess();
            open();
          });
    }
  }

  private void keepHouse() {
    letters.forEach(
        (id, expected) -> {
          LetterStatus status = status(id);
          if (status != null
              && status.leasedUntil() == null
              && expected.letter.retainUntil().equals(LONG_AGO)) {
            expected.possible.add(Optional.empty());
          }
        });
    guarded(core::keepHouse);
  }

  private interface Action {
    void run() throws IOException;
  }

  private void guarded(Action action) {
    try {
      action.run();
    } catch (SimulatedDisk.PowerLoss dead) {
      // The harness looks.
    } catch (IOException e) {
      if (!disk.isDead()) {
        throw new IllegalStateException(e);
      }
    }
  }

  private <T> @Nullable T run(Step<T> step) {
    Task<T> task = new Task<>(step, 100);
    try {
      core.run(List.of(task), false);
      return task.done().isCompletedExceptionally() ? null : task.done().getNow(null);
    } catch (SimulatedDisk.PowerLoss dead) {
      return null;
    }
  }

  private void append(String identity) {
    Letter letter = letter(next++, identity);
    String target = identity.isEmpty() ? null : target(identity);
    LetterStatus status = target == null ? null : status(target);
    Optional<String> kept = run(new AppendStep(letter, LetterJson.write(letter)));
    boolean acknowledged = kept != null;
    received += acknowledged ? 1 : 0;
    receivedInDoubt += acknowledged ? 0 : 1;
    if (target == null) {
      Expected expected = new Expected(letter);
      expected.happened(Optional.empty());
      letters.put(letter.id(), expected);
      ids.add(letter.id());
      change(letter.id(), acknowledged, Optional.of(LetterStatus.FRESH));
    } else {
      LetterStatus before = requireNonNull(status);
      change(target, acknowledged, Optional.of(before.counted(1)));
    }
  }

  private void change(String id, boolean acknowledged, Optional<LetterStatus> wanted) {
    Expected expected = letters.get(id);
    if (acknowledged) {
      expected.happened(wanted);
    } else {
      // Until the power fails, nobody knows whether it is on disk.
      expected.possible.add(wanted);
    }
  }

  private @Nullable LetterStatus status(String id) {
    return core.look(
        index -> {
          int row = index.find(id);
          return row == Rows.NONE ? null : index.status(row);
        });
  }

  /** Of several letters that wait, any may take a failure in, but only one of the same identity. */
  private @Nullable String target(String identity) {
    String found =
        core.look(
            index -> {
              int row = index.target(identity, START);
              return row == Rows.NONE ? null : index.id(row);
            });
    if (found != null) {
      Letter letter = letters.get(found).letter;
      if (!letter.identity().equals(identity)
          || requireNonNull(status(found)).state() != LetterState.STORED) {
        throw new IllegalStateException(found + " does not take " + identity);
      }
    }
    return found;
  }

  private void claim() {
    String id = any();
    if (id == null) {
      return;
    }
    change(
        id,
        (status, now) ->
            status.state() == LetterState.STORED && status.owner() == null
                ? status.claimed("me", START.plus(LEASE))
                : null);
  }

  private void settle() {
    String id = any();
    if (id == null) {
      return;
    }
    Settlement how = Settlement.values()[random.nextInt(3)];
    change(id, (status, now) -> status.owner() != null ? status.settled(how) : null);
  }

  private void discard() {
    String id = any();
    if (id == null) {
      return;
    }
    change(
        id,
        (status, now) ->
            status.state() == LetterState.STORED && status.owner() == null
                ? status.discarded()
                : null);
  }

  private void change(String id, ChangeStep.Transition transition) {
    LetterStatus before = status(id);
    LetterStatus wanted = before == null ? null : transition.next(before, START);
    boolean covers = wanted != null && wanted.state() != LetterState.REPLAYED;
    Optional<LetterStatus> done = run(new ChangeStep(id, covers, transition));
    if (wanted != null) {
      change(id, done != null && done.isPresent(), Optional.of(wanted));
    }
  }

  private void remove() {
    String id = any();
    if (id == null) {
      return;
    }
    LetterStatus before = status(id);
    Integer done =
        run(new RemoveStep(List.of(new RemoveStep.Seen(id, before == null ? 0 : before.count()))));
    if (before != null && !(done != null && done == 0)) {
      change(id, done != null && done == 1, Optional.empty());
    }
  }

  private @Nullable String any() {
    return ids.isEmpty() ? null : ids.get(random.nextInt(ids.size()));
  }

  private @Nullable String check() throws IOException {
    try (LetterFiles files = new LetterFiles(seen)) {
      String wrong = checkLetters(files);
      return wrong == null ? checkStats() : wrong;
    }
  }

  private @Nullable String checkLetters(LetterFiles files) {
    for (Map.Entry<String, Expected> entry : letters.entrySet()) {
      String id = entry.getKey();
      Expected expected = entry.getValue();
      LetterStatus found = status(id);
      if (!expected.possible.contains(Optional.ofNullable(found))) {
        return id + " is " + found + " instead of " + expected.possible;
      }
      expected.happened(Optional.ofNullable(found));
      if (found != null) {
        String wrong = checkContent(id, expected.letter, files);
        if (wrong != null) {
          return wrong;
        }
      }
    }
    return null;
  }

  private @Nullable String checkContent(String id, Letter intended, LetterFiles files) {
    Found found = core.look(index -> Found.of(index, index.find(id)));
    try {
      Letter letter = files.read(found);
      boolean same =
          letter.arguments().equals(intended.arguments())
              && letter.firstFailure().equals(intended.firstFailure());
      return same ? null : id + " is altered: " + letter;
    } catch (IOException e) {
      return id + " cannot be read: " + e;
    }
  }

  private @Nullable String checkStats() {
    LetterStats stats = core.look(Counting::of);
    long known =
        letters.values().stream()
            .filter(one -> !one.possible.contains(Optional.<LetterStatus>empty()))
            .count();
    if (stats.total() != known) {
      return "there are " + stats.total() + " letters instead of " + known;
    }
    boolean adds = stats.received() >= received && stats.received() <= received + receivedInDoubt;
    return adds
        ? null
        : "received "
            + stats.received()
            + ", not "
            + received
            + " to "
            + (received + receivedInDoubt);
  }

  private Letter letter(int number, String identity) {
    Instant at = START.plusMillis(number);
    return new Letter(
        hex(at.toEpochMilli()).substring(4) + hex(number * 0x9E3779B97F4A7C15L),
        "shop.Pay#pay(int)",
        "default",
        LetterReason.FAILED,
        FailureType.SYSTEM,
        "shop.Pay",
        "pay",
        identity.isEmpty() ? null : identity,
        identity,
        List.of(
            new LetterArgument(
                "text", "String", "\"" + identity + "x".repeat(number % 300) + "\"", "")),
        "failure " + number,
        List.of(),
        at,
        at,
        identity.isEmpty() && number % 4 == 0 ? LONG_AGO : START.plus(Duration.ofDays(30)),
        new LetterOrigin("main", "host", "", null, Map.of()),
        LetterStatus.FRESH);
  }
}
