package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.event.Switched;
import dev.mulligan.runtime.guard.SwitchTarget.Kind;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.notify.Events;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What is switched off, in the one place where that stands: the configuration. Thread-safe. */
public final class SwitchBoard {
  private static final String OFF = "mulligan.off";
  private static final String ENABLED = "mulligan.enabled";
  private static final String PREFIX = "mulligan.";
  private static final String SUFFIX = ".enabled";

  private static volatile Parsed last = new Parsed("", List.of());
  private static Set<String> announced = Set.of();

  private SwitchBoard() {}

  /**
   * Switches off.
   *
   * @param what the target
   * @throws IllegalArgumentException if there is no such target
   */
  public static void off(String what) {
    SwitchTarget target = SwitchTarget.parse(what);
    change(
        targets -> {
          targets.add(target.toString());
          return targets;
        });
  }

  /**
   * Switches on again.
   *
   * @param what the target
   * @throws IllegalArgumentException if there is no such target
   */
  public static void on(String what) {
    SwitchTarget target = SwitchTarget.parse(what);
    change(
        targets -> {
          targets.remove(target.toString());
          return targets;
        });
    String key =
        target.kind() == Kind.ALL
            ? ENABLED
            : target.kind() == Kind.POLICY ? PREFIX + target.name() + SUFFIX : "";
    if (isFalse(Config.of(null).get(key))) {
      Config.set(key, "true");
    }
  }

  private static void change(UnaryOperator<Set<String>> change) {
    Config.update(
        OFF, text -> String.join(", ", change.apply(new TreeSet<>(texts(targets(text))))));
  }

  /**
   * Lists what is off.
   *
   * @return the targets, sorted
   */
  public static List<String> list() {
    Config config = Config.of(null);
    Set<String> off = new TreeSet<>(texts(targets(config.get(OFF))));
    if (isFalse(config.get(ENABLED))) {
      off.add("all");
    }
    for (String key : config.keys(PREFIX)) {
      boolean named = key.length() > PREFIX.length() + SUFFIX.length() && key.endsWith(SUFFIX);
      if (named && isFalse(config.get(key))) {
        String policy = key.substring(PREFIX.length(), key.length() - SUFFIX.length());
        off.add(SwitchTarget.of(Kind.POLICY, policy).toString());
      }
    }
    return List.copyOf(off);
  }

  /**
   * Tells whether a guard is off.
   *
   * @param names the names that its policies go by
   * @param isCode whether it stands around a block of code, which has no class of its own
   */
  static boolean isOff(GuardedMethod method, Set<String> names, boolean isCode) {
    if (Woven.isSelfTest(method.declaring())) {
      return false;
    }
    Config config = Config.of(method.declaring().getClassLoader());
    if (isFalse(config.get(ENABLED))) {
      return true;
    }
    for (String name : names) {
      if (isFalse(config.get(PREFIX + name + SUFFIX))) {
        return true;
      }
    }
    return targets(config.get(OFF)).stream()
        .filter(target -> !isCode || target.kind() == Kind.ALL || target.kind() == Kind.POLICY)
        .anyMatch(target -> target.covers(method, names));
  }

  /** Tells whether a key does nothing but switch. */
  static boolean isSwitch(String key) {
    return key.equals(OFF)
        || (key.startsWith(PREFIX) && key.endsWith(SUFFIX))
        || key.equals(ENABLED);
  }

  /** Tells listeners what has been switched since the last time. */
  static void announce() {
    Set<String> before;
    Set<String> now = Set.copyOf(list());
    synchronized (SwitchBoard.class) {
      before = announced;
      announced = now;
    }
    new TreeSet<>(now)
        .stream()
            .filter(what -> !before.contains(what))
            .forEach(what -> Events.publish(new Switched(what, true)));
    new TreeSet<>(before)
        .stream()
            .filter(what -> !now.contains(what))
            .forEach(what -> Events.publish(new Switched(what, false)));
  }

  private static List<String> texts(List<SwitchTarget> targets) {
    return targets.stream().map(SwitchTarget::toString).toList();
  }

  /** Reads the key's value; what cannot be read is said once, and keeps nothing else from it. */
  private static List<SwitchTarget> targets(@Nullable String value) {
    String text = Objects.requireNonNullElse(value, "");
    Parsed known = last;
    if (!known.text().equals(text)) {
      known = new Parsed(text, parse(text));
      last = known;
    }
    return known.targets();
  }

  private static List<SwitchTarget> parse(String text) {
    List<SwitchTarget> targets = new ArrayList<>();
    for (String part : text.split("[,;]")) {
      try {
        if (!part.isBlank()) {
          targets.add(SwitchTarget.parse(part));
        }
      } catch (IllegalArgumentException unknown) {
        Log.warn(OFF + ": " + unknown.getMessage());
      }
    }
    return List.copyOf(targets);
  }

  private static boolean isFalse(@Nullable String value) {
    return value != null && value.strip().equalsIgnoreCase("false");
  }

  private record Parsed(String text, List<SwitchTarget> targets) {}
}
