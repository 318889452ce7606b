package dev.mulligan.runtime.notify;

import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.log.AppLog;
import dev.mulligan.runtime.time.Time;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Writes events to the log, at most ten lines a policy and kind in any ten seconds. Nothing is
 * composed when the level is off or the line is held back.
 */
final class EventLog {
  private static final long SECOND = 1_000_000_000L;

  private final FloodGate gate = new FloodGate();

  void write(MulliganEvent event, AppLog log) {
    write(event, log::isOn, log::log);
  }

  void write(MulliganEvent event, Predicate<Level> isOn, BiConsumer<Level, String> log) {
    EventLine line = EventLine.of(event);
    Level level = line.kind().level;
    if (!isOn.test(level)) {
      return;
    }
    long now = Time.nanoTime();
    Flood flood = gate.of(line.policy(), line.kind(), now);
    if (flood.passes(now)) {
      log.accept(level, line.text() + heldBack(flood, now));
    }
  }

  private static String heldBack(Flood flood, long now) {
    long held = flood.takeHeld();
    if (held == 0) {
      return "";
    }
    long seconds = (flood.spanTo(now) + SECOND - 1) / SECOND;
    return " … and " + held + " more in " + seconds + " s";
  }
}
