package dev.mulligan.processor;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Reporter;
import dev.mulligan.processor.diagnostic.Silence;
import dev.mulligan.processor.model.Component;
import dev.mulligan.processor.model.Engine;
import dev.mulligan.runtime.policy.Nearest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiler options of Mulligan. */
final class Options {
  static final String ENGINE = "mulligan.engine";
  static final String COMPONENT = "mulligan.component";
  static final String ASYNC = "mulligan.async";
  static final String LINT = "mulligan.lint";

  private static final String NONE = "none";
  private static final String ALL = "all";

  private Options() {}

  /** Reads the engine; an unknown value is reported, and the default taken. */
  static Engine engine(Map<String, String> options, Reporter reporter) {
    checkLint(options, reporter);
    String engine = choice(options, ENGINE, List.of("wrapper", "agent", "both"), reporter);
    return Engine.valueOf(engine.toUpperCase(Locale.ROOT));
  }

  /** Reads which containers find wrappers; an unknown value is reported, and the default taken. */
  static Component component(Map<String, String> options, Reporter reporter) {
    String component = choice(options, COMPONENT, List.of("none", "jsr330", "spring"), reporter);
    return Component.valueOf(component.toUpperCase(Locale.ROOT));
  }

  /** Names the types of asynchronous results for which the application has adapters. */
  static String async(Map<String, String> options) {
    return text(options, ASYNC, "");
  }

  /** An option without a value has none at all in the map. */
  private static String text(Map<String, String> options, String name, String missing) {
    return Objects.requireNonNullElse(options.getOrDefault(name, missing), "");
  }

  /** The first value is the default. */
  private static String choice(
      Map<String, String> options, String name, List<String> values, Reporter reporter) {
    String value = text(options, name, values.get(0));
    if (values.contains(value)) {
      return value;
    }
    reporter.report(
        Diagnostic.BAD_OPTION,
        "-A%s=%s: the value must be one of: %s".formatted(name, value, String.join(", ", values)));
    return values.get(0);
  }

  /**
   * Reads which warnings are off: {@code none} switches all off, {@code all} on, a code one on, and
   * a code after a minus one off; in the order in which they are written, beginning with all on.
   */
  static Silence silence(Map<String, String> options) {
    Set<Diagnostic> off = EnumSet.noneOf(Diagnostic.class);
    for (String item : lint(options)) {
      if (item.equals(NONE)) {
        off.addAll(warnings().values());
      } else if (item.equals(ALL)) {
        off.clear();
      } else if (item.startsWith("-")) {
        Optional.ofNullable(warnings().get(item.substring(1))).ifPresent(off::add);
      } else {
        off.remove(warnings().get(item));
      }
    }
    return new Silence(off);
  }

  private static void checkLint(Map<String, String> options, Reporter reporter) {
    for (String item : lint(options)) {
      String code = item.startsWith("-") ? item.substring(1) : item;
      if (!item.equals(ALL) && !item.equals(NONE) && !warnings().containsKey(code)) {
        reporter.report(
            Diagnostic.BAD_OPTION,
            "-A%s=%s: there is no warning %s; did you mean %s? What there is: all, none, or codes of warnings, with a minus to switch one off"
                .formatted(LINT, options.get(LINT), code, Nearest.to(code, warnings().keySet())));
      }
    }
  }

  private static List<String> lint(Map<String, String> options) {
    return Stream.of(text(options, LINT, ALL).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static Map<String, Diagnostic> warnings() {
    return Stream.of(Diagnostic.values())
        .filter(Diagnostic::isWarning)
        .collect(Collectors.toMap(Diagnostic::code, warning -> warning));
  }
}
