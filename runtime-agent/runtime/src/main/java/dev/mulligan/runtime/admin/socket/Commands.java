package dev.mulligan.runtime.admin.socket;

import dev.mulligan.runtime.event.Operated;
import dev.mulligan.runtime.log.Text;
import dev.mulligan.runtime.notify.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The commands that are known, and what they answer. Thread-safe. */
public final class Commands {
  private static final Set<String> READING =
      Set.of("status", "list", "show", "stats", "count", "export");
  private static final String STATUS = "status";

  private static final Map<String, Command> KNOWN = new ConcurrentHashMap<>();
  private static final Map<String, Set<String>> HIDDEN = new ConcurrentHashMap<>();
  private static final Map<String, Supplier<? extends @Nullable Object>> PARTS =
      new ConcurrentSkipListMap<>();

  static {
    KNOWN.put(STATUS, request -> status());
  }

  private Commands() {}

  /**
   * Adds a command, or replaces one.
   *
   * @param name its name
   * @param command carries it out
   */
  public static void register(String name, Command command) {
    KNOWN.put(name, command);
  }

  /**
   * Adds a command, or replaces one, some of whose fields may hold what belongs into no log.
   *
   * @param name its name
   * @param hidden the fields of a request whose values are not shown to listeners and logs
   * @param command carries it out
   */
  public static void register(String name, Set<String> hidden, Command command) {
    HIDDEN.put(name, Set.copyOf(hidden));
    KNOWN.put(name, command);
  }

  /**
   * Adds a part of the status, or replaces one.
   *
   * @param key its name there
   * @param value asked each time
   */
  public static void addToStatus(String key, Supplier<? extends @Nullable Object> value) {
    PARTS.put(key, value);
  }

  /** A part that fails costs only itself. */
  private static Map<String, @Nullable Object> status() {
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    PARTS.forEach(
        (key, value) -> {
          try {
            status.put(key, value.get());
          } catch (RuntimeException | LinkageError broken) {
            status.put(key, "failed: " + Text.summary(broken));
          }
        });
    return status;
  }

  /** Answers the line of a request with a line. Never throws. */
  static String answer(String line, @Nullable String user) {
    try {
      Map<String, @Nullable Object> request = Json.read(line);
      if (!(request.get("command") instanceof String name)) {
        throw new IllegalArgumentException("a request has a \"command\"");
      }
      Command command = KNOWN.get(name);
      if (command == null) {
        throw new IllegalArgumentException(
            "there is no command " + name + "; there are " + new TreeSet<>(KNOWN.keySet()));
      }
      if (!READING.contains(name.substring(name.lastIndexOf('.') + 1))) {
        Events.publish(new Operated(name, arguments(name, request), user));
      }
      return done(command.answer(request));
    } catch (IllegalArgumentException wrong) {
      return error(wrong.getMessage() == null ? Text.summary(wrong) : wrong.getMessage());
    } catch (Throwable failed) {
      return error(Text.summary(failed));
    }
  }

  private static String done(@Nullable Object result) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("ok", true);
    if (result instanceof Map<?, ?> entries) {
      entries.forEach((key, value) -> answer.putIfAbsent(String.valueOf(key), value));
    } else if (result != null) {
      answer.put("result", result);
    }
    return Json.write(answer);
  }

  static String error(String why) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", false);
    answer.put("error", why);
    return Json.write(answer);
  }

  private static String arguments(String name, Map<String, @Nullable Object> request) {
    Set<String> hidden = HIDDEN.getOrDefault(name, Set.of());
    StringBuilder text = new StringBuilder();
    request.forEach(
        (key, value) -> {
          if (!key.equals("command")) {
            Object shown = hidden.contains(key) ? "[hidden]" : value;
            text.append(text.length() == 0 ? "" : " ").append(key).append('=').append(shown);
          }
        });
    return text.length() > 300 ? text.substring(0, 300) + "…" : text.toString();
  }
}
