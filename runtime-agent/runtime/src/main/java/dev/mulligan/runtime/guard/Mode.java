package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.method.GuardedMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether policies act, or only tell what they would have done. */
final class Mode {
  private static final String ALL = "mulligan.mode";

  private Mode() {}

  /**
   * Tells whether a guard only observes.
   *
   * @param names the names that its policies go by, the strongest last
   * @throws IllegalArgumentException if the value is neither; the message names key and value
   */
  static boolean observes(GuardedMethod method, Set<String> names) {
    if (Woven.isSelfTest(method.declaring())) {
      return false;
    }
    Config config = Config.of(method.declaring().getClassLoader());
    boolean observes = parse(ALL, config.get(ALL), false);
    for (String name : names) {
      String key = "mulligan." + name + ".mode";
      observes = parse(key, config.get(key), observes);
    }
    return observes;
  }

  private static boolean parse(String key, @Nullable String value, boolean unset) {
    if (value == null) {
      return unset;
    }
    return switch (value.strip()) {
      case "act" -> false;
      case "observe" -> true;
      default ->
          throw new IllegalArgumentException(key + " = " + value + ": must be act or observe");
    };
  }
}
