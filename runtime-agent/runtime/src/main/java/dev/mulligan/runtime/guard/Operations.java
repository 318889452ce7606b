package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.admin.letters.LetterCommands;
import dev.mulligan.runtime.admin.letters.ReplayCommands;
import dev.mulligan.runtime.admin.socket.AdminServer;
import dev.mulligan.runtime.admin.socket.Command;
import dev.mulligan.runtime.admin.socket.Commands;
import dev.mulligan.runtime.breaker.Breaker;
import dev.mulligan.runtime.breaker.Breakers;
import dev.mulligan.runtime.breaker.Rates;
import dev.mulligan.runtime.count.CounterSnapshot;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.spool.Spooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an operator can ask of the runtime, and order it to do. */
public final class Operations {
  static {
    Commands.addToStatus("pid", () -> ProcessHandle.current().pid());
    Commands.addToStatus("version", Version::text);
    Commands.addToStatus(
        "started", () -> ProcessHandle.current().info().startInstant().orElse(null));
    Commands.addToStatus("off", SwitchBoard::list);
    Commands.addToStatus("guards", LiveGuards::describe);
    Commands.addToStatus("counters", Operations::counters);
    Commands.addToStatus("observed", Operations::observed);
    Commands.addToStatus("spool", Operations::spooled);
    Breakers breakers = Registry.breakers();
    Commands.register("breakers.list", request -> Map.of("breakers", breakers()));
    Commands.register("breakers.open", request -> hold(request, breakers::open, breakers::open));
    Commands.register("breakers.close", request -> hold(request, breakers::close, breakers::close));
    Commands.register("switch.off", request -> turn(request, SwitchBoard::off));
    Commands.register("switch.on", request -> turn(request, SwitchBoard::on));
    Commands.register("switch.list", request -> off());
    DeadLetterOffice letters = Registry.deadLetters();
    addAboutLetters(new LetterCommands(letters, letters.replays()::lastFailure).all());
    addAboutLetters(new ReplayCommands(letters, letters.replays()).all());
  }

  private Operations() {}

  private static @Nullable Map<String, @Nullable Object> spooled() {
    Spooled spooled;
    try {
      spooled = Registry.deadLetters().spooled();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (spooled == null) {
      return null;
    }
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("letters", spooled.letters());
    entry.put("oldest", spooled.oldest());
    entry.put("awaySince", spooled.awaySince());
    entry.put("reason", spooled.reason());
    return entry;
  }

  private static void addAboutLetters(Map<String, Command> commands) {
    commands.forEach((name, command) -> Commands.register(name, LetterCommands.HIDDEN, command));
  }

  /** Opens the admin socket, unless it is open or not wanted. Returns at once. */
  public static void open() {
    AdminServer.open();
  }

  private static List<Map<String, @Nullable Object>> breakers() {
    return Registry.breakers().list().stream().map(Operations::describe).toList();
  }

  private static Map<String, @Nullable Object> describe(Breaker breaker) {
    Rates rates = breaker.rates();
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("name", breaker.name());
    entry.put("key", breaker.key());
    entry.put("state", breaker.state());
    entry.put("forced", breaker.isForced());
    entry.put("calls", rates.calls());
    entry.put("failures", rates.failures());
    entry.put("slow", rates.slow());
    return entry;
  }

  private static Map<String, Object> hold(
      Map<String, @Nullable Object> request,
      Function<String, Integer> all,
      BiFunction<String, String, Integer> one) {
    String name = text(request, "name");
    int meant =
        request.get("key") == null ? all.apply(name) : one.apply(name, text(request, "key"));
    if (meant == 0) {
      throw new IllegalArgumentException("no breaker is called " + name);
    }
    return Map.of("breakers", meant);
  }

  private static Map<String, Object> turn(
      Map<String, @Nullable Object> request, Consumer<String> turned) {
    turned.accept(text(request, "what"));
    return off();
  }

  private static Map<String, Object> off() {
    return Map.of("off", SwitchBoard.list());
  }

  private static String text(Map<String, @Nullable Object> request, String name) {
    if (request.get(name) instanceof String text && !text.isEmpty()) {
      return text;
    }
    throw new IllegalArgumentException("the request has no \"" + name + "\"");
  }

  private static List<Map<String, Object>> observed() {
    return Registry.counters().observations().stream()
        .map(
            seen ->
                Map.<String, Object>of(
                    "policy", seen.policy(),
                    "method", seen.method(),
                    "wouldHave", seen.consequences()))
        .toList();
  }

  private static List<Map<String, @Nullable Object>> counters() {
    return Registry.counters().list().stream().map(Operations::describe).toList();
  }

  private static Map<String, @Nullable Object> describe(CounterSnapshot counted) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("policy", counted.policy());
    entry.put("method", counted.method());
    entry.put(
        "successes", counted.successes().isPresent() ? counted.successes().getAsLong() : null);
    entry.put("failures", counted.failures());
    entry.put("refusals", counted.refusals());
    entry.put("retries", counted.retries());
    entry.put("recovered", counted.recovered());
    entry.put("exhausted", counted.exhausted());
    entry.put("fallbacks", counted.fallbacks());
    entry.put("timeouts", counted.timeouts());
    entry.put("abandoned", counted.abandoned());
    entry.put("lettersWritten", counted.lettersWritten());
    entry.put("lettersRejected", counted.lettersRejected());
    return entry;
  }
}
