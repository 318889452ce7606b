package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.Types;
import dev.mulligan.agent.types.WrittenType;
import dev.mulligan.agent.weave.FallbackSearch.Candidate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares a fallback with the method that it answers for. Their descriptors decide whether it can
 * be called at all; what else the source says of both is looked at once that is sure.
 */
final class FallbackFit {
  private final Types types;
  private final MethodInfo guarded;

  FallbackFit(Types types, MethodInfo guarded) {
    this.types = types;
    this.guarded = guarded;
  }

  /** Tells why the runtime could not call a method; null if it can. */
  @Nullable String mismatch(Candidate candidate) {
    if (!hasSameParameters(candidate.types().parameters())) {
      return wantedParameters();
    }
    if (guarded.isStatic() && !candidate.method().isStatic()) {
      return "it must be static, as the method is that it answers for";
    }
    String wanted = guarded.result().getDescriptor();
    return wanted.equals("V") || mayBe(candidate.types().result(), wanted)
        ? null
        : wantedResult(candidate);
  }

  private boolean hasSameParameters(List<String> given) {
    List<String> wanted = guarded.parameters();
    return given.equals(wanted)
        || (given.size() == wanted.size() + 1
            && given.subList(0, wanted.size()).equals(wanted)
            && mayBe(given.get(wanted.size()), "Ljava/lang/Throwable;"));
  }

  /** Tells whether a type is another, unless that is certainly not so. */
  private boolean mayBe(String given, String wanted) {
    return types.isAssignable(given, wanted)
        || (given.startsWith("L")
            && wanted.startsWith("L")
            && !types.isComplete(given.substring(1, given.length() - 1)));
  }

  /** Tells what the caller of a method that can be called would not expect; null for nothing. */
  @Nullable String surprise(Candidate candidate) {
    MethodInfo fallback = candidate.method();
    if (guarded.hasSignature() || fallback.hasSignature()) {
      TypeArguments arguments = new TypeArguments(types, guarded, fallback);
      if (arguments.contradictInParameters()) {
        return wantedParameters();
      }
      if (arguments.contradictInResult()) {
        return wantedResult(candidate);
      }
    }
    return AsyncResults.isUnderstood(guarded) ? null : undeclared(fallback.exceptions());
  }

  private @Nullable String undeclared(List<String> thrown) {
    for (String exception : thrown) {
      if (types.isComplete(exception) && !isAllowed(exception)) {
        String name = exception.substring(exception.lastIndexOf('/') + 1);
        return "it throws "
            + name.substring(name.lastIndexOf('$') + 1)
            + ", which the method that it answers for does not declare";
      }
    }
    return null;
  }

  private boolean isAllowed(String exception) {
    if (isA(exception, "java/lang/RuntimeException") || isA(exception, "java/lang/Error")) {
      return true;
    }
    for (String declared : guarded.exceptions()) {
      if (isA(exception, declared)) {
        return true;
      }
    }
    return false;
  }

  private boolean isA(String exception, String above) {
    return types.isAssignable("L" + exception + ";", "L" + above + ";");
  }

  String wantedParameters() {
    return "its parameters must be ("
        + WrittenType.text(WrittenType.parametersOf(guarded))
        + "), optionally followed by an exception";
  }

  private String wantedResult(Candidate candidate) {
    return "it gives "
        + WrittenType.resultOf(candidate.method()).text()
        + ", and must give "
        + WrittenType.resultOf(guarded).text();
  }
}
