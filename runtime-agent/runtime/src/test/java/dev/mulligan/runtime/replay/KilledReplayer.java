package dev.mulligan.runtime.replay;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.ReplayOrder;
import dev.mulligan.runtime.letter.ReplayReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that replays the letters of its journal until none waits, or until it is killed. */
final class KilledReplayer {
  /** A queue each, so that they share the forces of the disk and not the letters. */
  static final int THREADS = 16;

  /** After so many letters it says that it is alive. */
  static final int LETTERS_A_LINE = 50;

  private static final Instant THEN = Instant.now().minus(Duration.ofHours(1));
  private static volatile CallLog log;

  private KilledReplayer() {}

  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dmulligan.dir=" + folder,
            "-Dmulligan.admin=false",
            "-Dmulligan.replay.construct=true",
            "-Dmulligan.replay.lease=1s",
            "-cp",
            System.getProperty("java.class.path"),
            KilledReplayer.class.getName(),
            log(folder).toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static Path log(Path folder) {
    return folder.resolve("calls");
  }

  /** The number is in the id, too. */
  static Letter letter(int number) {
    return new Letter(
        String.format("%012x%016x", THEN.toEpochMilli() + number, number),
        Till.class.getName() + "#pay(long)",
        "queue " + number % THREADS,
        LetterReason.FAILED,
        FailureType.NETWORK,
        Till.class.getName(),
        "pay",
        null,
        "",
        List.of(new LetterArgument("number", "long", Integer.toString(number), "")),
        "java.io.IOException: no answer",
        List.of(),
        THEN,
        THEN,
        THEN.plus(Duration.ofDays(30)),
        new LetterOrigin("main", "localhost", "", null, Map.of()),
        LetterStatus.FRESH);
  }

  public static void main(String[] arguments) throws Exception {
    log = CallLog.append(Path.of(arguments[0]));
    AtomicInteger done = new AtomicInteger();
    Mulligan.listen(
        event -> {
          if (event instanceof Replayed replayed && replayed.succeeded()) {
            add(CallLog.DONE, Long.parseLong(replayed.letterId().substring(12), 16));
            if (done.incrementAndGet() % LETTERS_A_LINE == 0) {
              System.out.print("another " + LETTERS_A_LINE + "\n");
              System.out.flush();
            }
          }
        });
    if (ResilientTill.GUARD.toString().isEmpty()) {
      throw new IllegalStateException("the guard makes the method known");
    }
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      LetterFilter mine = LetterFilter.waiting().queue("queue " + i);
      threads.add(new Thread(() -> replayAll(mine)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** What a dead process has claimed waits until its lease is over. */
  private static void replayAll(LetterFilter filter) {
    DeadLetters letters = Mulligan.deadLetters();
    while (!letters.list(filter, null, 1).isEmpty()) {
      ReplayReport unused = letters.replay(ReplayOrder.of(filter), result -> true);
    }
  }

  private static void add(char what, long number) {
    try {
      log.add(what, number);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the letters call. */
  static class Till {
    void pay(long number) {
      add(CallLog.BEGUN, number);
    }
  }

  /** As the processor would write it. */
  static final class ResilientTill extends Till {
    static final Guard GUARD =
        Guards.method(
                MethodHandles.lookup(),
                Till.class,
                "pay",
                MethodType.methodType(void.class, long.class))
            .retry()
            .deadLetter()
            .parameters("number")
            .build();

    @Override
    void pay(long number) {
      Object unused =
          GUARD.<Object>call(
              () -> {
                super.pay(number);
                return null;
              },
              this,
              number);
    }
  }
}
