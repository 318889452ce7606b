package dev.mulligan.runtime.classify;

import dev.mulligan.runtime.spi.Classification;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads status and headers of the response that an exception tells of. A status below 300 is no
 * failure of the other side, so it gives no opinion.
 *
 * @param status where the status is, in the order of trial
 * @param headers where headers are looked up by name, in the order of trial
 */
record HttpRule(List<Path> status, List<Path> headers) implements LibraryRule {
  /** Paths are separated by commas. */
  static HttpRule of(String status, String headers) {
    return new HttpRule(paths(status), paths(headers));
  }

  @Override
  public @Nullable Opinion of(Throwable failure) {
    Classification found = classify(failure);
    return found == null ? null : Opinion.of(found);
  }

  @Nullable Classification classify(Throwable failure) {
    for (Path path : status) {
      Integer number = path.number(failure);
      if (number != null) {
        return number < 300
            ? null
            : HttpFailures.ofStatus(
                number, header(failure, "Retry-After"), header(failure, "Date"));
      }
    }
    return null;
  }

  @Nullable String header(Throwable failure, String name) {
    for (Path path : headers) {
      String value = path.header(failure, name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static List<Path> paths(String text) {
    return Stream.of(text.split(",")).filter(part -> !part.isEmpty()).map(Path::of).toList();
  }
}
