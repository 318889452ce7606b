package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Diagnostic;
import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.read.Found.Origin;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Checks one annotated method, and tells whether it can be guarded. */
final class MethodCheck {
  private final Tools tools;
  private final PolicyCheck policies;
  private final Members members;
  private final Keys keys;
  private final AsyncResults async;
  private final FallbackCheck fallbacks;
  private final SharedIds ids;

  MethodCheck(Tools tools) {
    this.tools = tools;
    this.policies = new PolicyCheck(tools);
    this.members = new Members(tools);
    this.keys = new Keys(tools);
    this.async = new AsyncResults(tools);
    this.fallbacks = new FallbackCheck(tools, async);
    this.ids = new SharedIds(tools);
  }

  /** Checks the policies that an annotation type passes on. */
  void check(TypeElement type, List<Found> passedOn) {
    policies.check(passedOn);
    if (!passedOn.isEmpty() && !tools.engine().needsWrappers() && !isSeenAtRunTime(type)) {
      tools
          .reporter()
          .report(
              Diagnostic.HIDDEN_POLICIES,
              passedOn.get(0).place(),
              tools.location(type),
              "the agent does not see this annotation, and so not the policies that it passes on;"
                  + " give it @Retention(RetentionPolicy.RUNTIME)");
    }
  }

  private static boolean isSeenAtRunTime(TypeElement type) {
    Retention retention = type.getAnnotation(Retention.class);
    return retention != null && retention.value() == RetentionPolicy.RUNTIME;
  }

  /** Reports what is wrong; the method stays without a guard if it cannot have one. */
  Candidate check(Candidate candidate) {
    ExecutableElement method = candidate.method();
    policies.check(candidate.policies());
    keys.check(method);
    checkResult(candidate);
    boolean possible = !reportAsync(candidate);
    var obstacle = MethodObstacle.of(method);
    obstacle.ifPresent(found -> report(candidate, found));
    if (obstacle.isEmpty() || !tools.engine().needsWrappers()) {
      fallbacks.check(candidate);
      ids.add(candidate);
    }
    return possible && obstacle.isEmpty() ? candidate : candidate.unguarded();
  }

  /** Tells whether an inherited method, which is checked where it is declared, can be guarded. */
  boolean allows(Candidate inherited, TypeElement type) {
    ExecutableElement method = inherited.method();
    if (MethodObstacle.of(method).isPresent() || async.unknown(method).isPresent()) {
      return false;
    }
    if (isHidden(inherited, type)) {
      return false;
    }
    TypeMirror result = members.in(type, method).getReturnType();
    boolean hidden = async.isHidden(method, result);
    if (hidden && inherited.isGuarded()) {
      tools.report(
          Diagnostic.SKIPPED,
          Place.of(type),
          method,
          "@%s does not reach this method, whose result here is %s, but %s where it is declared; override it"
              .formatted(
                  inherited.nearest().policy(),
                  TypeText.of(result),
                  TypeText.of(method.getReturnType())));
    }
    return !hidden;
  }

  /** Tells whether a wrapper of the subtype does not see what that of the supertype may see. */
  private boolean isHidden(Candidate inherited, TypeElement type) {
    ExecutableElement method = inherited.method();
    Optional<TypeElement> hidden =
        type.getKind().isInterface()
            ? Optional.empty()
            : new Sight(type).hiddenIn(method, members.in(type, method));
    if (hidden.isPresent() && inherited.isGuarded()) {
      tools.report(
          Diagnostic.SKIPPED,
          Place.of(type),
          method,
          "@%s does not reach this method here, where no wrapper can see its type %s; make that type public"
              .formatted(inherited.nearest().policy(), hidden.get().getSimpleName()));
    }
    return hidden.isPresent();
  }

  private void checkResult(Candidate candidate) {
    boolean nothing = candidate.method().getReturnType().getKind() == TypeKind.VOID;
    for (Found found : candidate.policies()) {
      Place place = found.place("onResult");
      if (nothing && place.value() != null) {
        tools.report(
            Diagnostic.NO_RESULT,
            place,
            candidate.method(),
            "a method without a result has nothing that onResult could look at; leave it out");
      }
    }
  }

  private boolean reportAsync(Candidate candidate) {
    ExecutableElement method = candidate.method();
    var reason = async.unknown(method);
    reason.ifPresent(found -> tools.report(Diagnostic.ASYNC_RESULT, own(candidate), method, found));
    return reason.isPresent();
  }

  private void report(Candidate candidate, MethodObstacle obstacle) {
    boolean always = obstacle.diagnostic() == Diagnostic.ABSTRACT_METHOD;
    if ((!always && !tools.engine().needsWrappers()) || !candidate.isAskedFor()) {
      return;
    }
    Found nearest = candidate.nearest();
    if (nearest.origin() == Origin.METHOD) {
      tools.report(
          obstacle.diagnostic(),
          own(candidate),
          candidate.method(),
          "a wrapper cannot guard a method that is %s; %s"
              .formatted(obstacle.adjective(), obstacle.advice()));
    } else if (Members.declaring(candidate.method()).getKind() != ElementKind.RECORD) {
      // Of a record nothing can be guarded, least of all what the compiler adds to it.
      tools.report(
          Diagnostic.SKIPPED,
          nearest.place(),
          candidate.method(),
          "@%s on the class does not reach this method, which is %s; %s"
              .formatted(nearest.policy(), obstacle.adjective(), obstacle.advice()));
    }
  }

  /** The place in the method's own type, or on the method if there is none. */
  private Place own(Candidate candidate) {
    TypeElement type = Members.declaring(candidate.method());
    Found nearest = candidate.nearest();
    boolean here =
        nearest.place().element().equals(candidate.method())
            || nearest.place().element().equals(type);
    return here ? nearest.place() : Place.of(candidate.method());
  }
}
