package dev.mulligan.agent.cli;

import dev.mulligan.runtime.policy.Durations;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment: an instant, or how long ago it was. */
final class When implements ITypeConverter<Instant> {
  private final Clock clock;

  When() {
    this(Clock.systemUTC());
  }

  When(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noInstant) {
      try {
        return clock.instant().minus(Durations.parse(text));
      } catch (RuntimeException noDuration) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is neither a duration such as 30m, 2h or 7d"
                + " nor an instant such as 2030-01-31T12:00:00Z");
      }
    }
  }
}
