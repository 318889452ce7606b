package dev.mulligan.processor.diagnostic;

import javax.tools.Diagnostic.Kind;

/**
 * Everything that the processor may complain about. The code is shown with the message; that of a
 * warning also switches it off, as an option of the compiler or in {@code @SuppressWarnings}.
 */
public enum Diagnostic {
  /** An attribute's value is impossible, or contradicts another's. */
  BAD_POLICY("MulliganBadPolicy"),
  /** A class named by an attribute cannot be created. */
  BAD_CLASS("MulliganBadClass"),
  /** A predicate over the result of a method without one. */
  NO_RESULT("MulliganNoResult"),
  /** There is no method that could answer in place of this one, or more than one. */
  BAD_FALLBACK("MulliganBadFallback"),
  /** Policies of one name differ. */
  NAME_CLASH("MulliganNameClash"),
  /** Two methods give their letters the same id. */
  ID_CLASH("MulliganIdClash"),
  /** The path of a key leads nowhere. */
  BAD_KEY("MulliganBadKey"),
  /** An annotation that passes policies on, where the agent does not see it. */
  HIDDEN_POLICIES("MulliganHiddenPolicies"),
  /** More than one parameter is the key. */
  TWO_KEYS("MulliganTwoKeys"),
  /** The result arrives after the call is over, and nobody knows when. */
  ASYNC_RESULT("MulliganAsyncResult"),
  /** An annotated method without a body in a class. */
  ABSTRACT_METHOD("MulliganAbstractMethod"),
  /** A wrapper cannot override the method, because it is private. */
  PRIVATE_METHOD("MulliganPrivateMethod"),
  /** A wrapper cannot override the method, because it is final. */
  FINAL_METHOD("MulliganFinalMethod"),
  /** A wrapper cannot override the method, because it is static. */
  STATIC_METHOD("MulliganStaticMethod"),
  /** A wrapper cannot extend the type, because it is final, a record, an enum or sealed. */
  FINAL_TYPE("MulliganFinalType"),
  /** A wrapper cannot see the type. */
  PRIVATE_TYPE("MulliganPrivateType"),
  /** A wrapper cannot extend the class, because it needs an object around it. */
  INNER_CLASS("MulliganInnerClass"),
  /** A wrapper cannot extend the class, because all constructors are private. */
  NO_CONSTRUCTOR("MulliganNoConstructor"),
  /** The wrapper's name belongs to another class. */
  NAME_TAKEN("MulliganNameTaken"),
  /** A method is left out of what its class asks for. */
  SKIPPED("MulliganSkipped", Kind.WARNING),
  /** A container would create both a class and its wrapper. */
  TWO_COMPONENTS("MulliganTwoComponents", Kind.WARNING),
  /** Nobody says which constructor a container is to call. */
  WHICH_CONSTRUCTOR("MulliganWhichConstructor", Kind.WARNING),
  /**
   * A compiler option has a value that there is not, or that needs a library which is not there.
   */
  BAD_OPTION("MulliganBadOption"),
  /** The processor itself is broken. */
  INTERNAL("MulliganInternal"),
  /** A call on the object itself, which the wrapper around it does not see. */
  SELF_CALL("MulliganSelfCall"),
  /** The same in a class that has a wrapper of its own, beside that of its interface. */
  SELF_CALL_PAST_DELEGATE("MulliganSelfCallPastDelegate", Kind.WARNING),
  /** A retry of what may do harm when it is done twice. */
  NOT_IDEMPOTENT("MulliganNotIdempotent", Kind.WARNING),
  /** An argument that the first attempt uses up. */
  ONE_SHOT_ARGUMENT("MulliganOneShotArgument", Kind.WARNING),
  /** An argument that no letter can bring back. */
  NOT_CAPTURABLE("MulliganNotCapturable", Kind.WARNING),
  /** An argument that should not be in a letter. */
  UNREDACTED_SECRET("MulliganUnredactedSecret", Kind.WARNING),
  /** A retry around another one. */
  STACKED_RETRIES("MulliganStackedRetries", Kind.WARNING),
  /** Attempts that the whole call has no time for. */
  TIME_RUNS_OUT("MulliganTimeRunsOut", Kind.WARNING),
  /** A body that lets no failure out. */
  SWALLOWED_FAILURE("MulliganSwallowedFailure", Kind.WARNING),
  /** A transaction that lasts longer than an attempt. */
  INSIDE_TRANSACTION("MulliganInsideTransaction", Kind.WARNING),
  /** A monitor that is held while a guard waits. */
  MONITOR_HELD("MulliganMonitorHeld", Kind.WARNING),
  /** A loop that retries what retries itself. */
  RETRIED_IN_LOOP("MulliganRetriedInLoop", Kind.WARNING);

  private final String code;
  private final Kind kind;

  Diagnostic(String code) {
    this(code, Kind.ERROR);
  }

  Diagnostic(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  /** The code that is shown with the message. */
  public String code() {
    return code;
  }

  /** Tells whether it can be switched off. */
  public boolean isWarning() {
    return kind == Kind.WARNING;
  }

  Kind kind() {
    return kind;
  }

  String format(String message) {
    return "[" + code + "] " + message;
  }
}
