package dev.mulligan.benchmarks;

import dev.mulligan.benchmarks.Waiters.Measured;
import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures 100,000 virtual threads that wait for their next attempt at once, against as many that
 * merely sleep. Needs a JDK with virtual threads.
 */
final class VirtualThreadWaiters {
  private static final int COUNT = 100_000;

  private VirtualThreadWaiters() {}

  /**
   * Measures, and writes what was measured as JSON.
   *
   * @param arguments the file to write
   * @throws IOException if a file cannot be written
   * @throws InterruptedException if somebody interrupts it
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (!Threads.haveVirtual()) {
      throw new IllegalStateException("this JDK has no virtual threads");
    }
    // Once before, so that what is loaded at the first call is not counted as a waiter's.
    guarded(1_000);
    Measured bare = bare(COUNT);
    Recording recording = new Recording();
    recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
    recording.start();
    Measured guarded = guarded(COUNT);
    recording.stop();
    Map<String, Object> measured = new LinkedHashMap<>();
    measured.put("java", Runtime.version().toString());
    measured.put("waiters", COUNT);
    measured.put("delayMillis", Waiters.DELAY_MILLIS);
    measured.put("bare", bare);
    measured.put("guarded", guarded);
    measured.put("bytesBeyondTheThread", guarded.bytes() - bare.bytes());
    measured.put("pinned", pinned(recording));
    Files.writeString(Path.of(arguments[0]), JsonMapper.shared().writeValueAsString(measured));
    System.out.println(measured);
  }

  private static Measured bare(int count) throws InterruptedException {
    Waiters waiters = new Waiters(count);
    return waiters.measure(
        waiter -> {
          waiters.begins(waiter);
          sleep();
          waiters.ends(waiter);
        });
  }

  private static void sleep() {
    try {
      Thread.sleep(Waiters.DELAY_MILLIS);
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(nobodyDoes);
    }
  }

  private static Measured guarded(int count) throws InterruptedException {
    Waiters waiters = new Waiters(count);
    WaitingService service = new WaitingService(waiters);
    return waiters.measure(service::attempt);
  }

  private static long pinned(Recording recording) throws IOException {
    Path file = Files.createTempFile("waiters", ".jfr");
    try {
      recording.dump(file);
      return RecordingFile.readAllEvents(file).stream()
          .filter(event -> event.getEventType().getName().equals("jdk.VirtualThreadPinned"))
          .count();
    } finally {
      Files.delete(file);
    }
  }
}
