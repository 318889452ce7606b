package dev.mulligan.processor.lint;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import dev.mulligan.runtime.policy.RetryPolicy;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;

/** Warns of arguments that the first attempt uses up, so that the next one finds nothing. */
final class OneShotRule implements Rule {
  static final Set<String> ONE_SHOT =
      Set.of(
          "java.io.InputStream",
          "java.io.Reader",
          "java.nio.channels.ReadableByteChannel",
          "java.util.Enumeration",
          "java.util.Iterator",
          "java.util.Scanner",
          "java.util.Spliterator",
          "java.util.concurrent.Flow.Publisher",
          "java.util.stream.BaseStream",
          "org.reactivestreams.Publisher");

  private final Tools tools;
  private final TypesByName types;

  OneShotRule(Tools tools, TypesByName types) {
    this.tools = tools;
    this.types = types;
  }

  @Override
  public void check(Guarded call) {
    RetryPolicy retry = call.values().retry();
    boolean retries = retry != null && retry.maxAttempts() > 1;
    boolean keeps = call.values().deadLetter() != null;
    if (!retries && !keeps) {
      return;
    }
    for (VariableElement parameter : call.method().getParameters()) {
      Optional<String> name = types.find(parameter.asType(), ONE_SHOT);
      name.ifPresent(
          found ->
              tools.report(
                  Diagnostic.ONE_SHOT_ARGUMENT,
                  Place.of(parameter),
                  call.method(),
                  "%s: %s can be read once; %s; take what gives a new one each time, such as a Supplier, a Path or the bytes"
                      .formatted(parameter.getSimpleName(), found, consequence(retries))));
    }
  }

  private static String consequence(boolean retries) {
    return retries ? "the second attempt finds nothing" : "a dead letter cannot keep it";
  }
}
