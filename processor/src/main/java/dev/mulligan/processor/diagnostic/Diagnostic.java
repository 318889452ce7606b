package dev.mulligan.processor.diagnostic;

import javax.tools.Diagnostic.Kind;

/** Everything that the processor may complain about; the code is shown with the message. */
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
  /** The path of a key leads nowhere. */
  BAD_KEY("MulliganBadKey"),
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
  /** A compiler option has a value that there is not. */
  BAD_OPTION("MulliganBadOption"),
  /** The processor itself is broken. */
  INTERNAL("MulliganInternal");

  private final String code;
  private final Kind kind;

  Diagnostic(String code) {
    this(code, Kind.ERROR);
  }

  Diagnostic(String code, Kind kind) {
    this.code = code;
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  String format(String message) {
    return "[" + code + "] " + message;
  }
}
