package dev.mulligan.processor;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Reporter;
import dev.mulligan.processor.model.Engine;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The compiler options of Mulligan. */
final class Options {
  static final String ENGINE = "mulligan.engine";
  static final String COMPONENT = "mulligan.component";
  static final String ASYNC = "mulligan.async";

  private Options() {}

  /** Reads the engine; an unknown value is reported, and the default taken. */
  static Engine engine(Map<String, String> options, Reporter reporter) {
    choice(options, COMPONENT, List.of("none"), reporter);
    String engine = choice(options, ENGINE, List.of("wrapper", "agent", "both"), reporter);
    return Engine.valueOf(engine.toUpperCase(Locale.ROOT));
  }

  /** Names the types of asynchronous results for which the application has adapters. */
  static String async(Map<String, String> options) {
    return options.getOrDefault(ASYNC, "");
  }

  /** The first value is the default. */
  private static String choice(
      Map<String, String> options, String name, List<String> values, Reporter reporter) {
    String value = options.getOrDefault(name, values.get(0));
    if (values.contains(value)) {
      return value;
    }
    reporter.report(
        Diagnostic.BAD_OPTION,
        "-A%s=%s: the value must be one of: %s".formatted(name, value, String.join(", ", values)));
    return values.get(0);
  }
}
