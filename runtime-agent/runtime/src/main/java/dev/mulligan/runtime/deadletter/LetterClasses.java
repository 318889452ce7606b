package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.time.EmptyStack;

/** The classes that the first letter of a process initialises, those of Jackson among them. */
final class LetterClasses {
  private static volatile boolean prepared;

  private LetterClasses() {}

  /** Initialises them when it is first called; false if the stack is too full for that. */
  static boolean prepared() {
    if (!prepared) {
      prepared = EmptyStack.initialise(names());
    }
    return prepared;
  }

  /** Not a constant, which would need an initialiser. */
  static String[] names() {
    return new String[] {
      "deadletter.DeadLetterOffice",
      "deadletter.Fingerprints",
      "deadletter.ForeignAnnotations",
      "deadletter.Introspector",
      "deadletter.Introspector$1",
      "deadletter.Json",
      "deadletter.KeyFile",
      "deadletter.KeyRing",
      "deadletter.Made",
      "deadletter.NetAddresses",
      "deadletter.Order",
      "deadletter.Origins",
      "deadletter.Receivers",
      "deadletter.Redaction",
      "deadletter.Sealed",
      "deadletter.Suspicion",
      "letter.LetterAge",
      "letter.LetterFilter",
      "letter.LetterJson",
      "letter.LetterReason",
      "letter.LetterState",
      "letter.LetterStatus",
      "letter.ReplayResult$Outcome",
      "letter.Settlement",
      "time.IsoTime"
    };
  }
}
