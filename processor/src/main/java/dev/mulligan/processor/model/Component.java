package dev.mulligan.processor.model;

/** Which containers find wrappers: the compiler option {@code mulligan.component}. */
public enum Component {
  /** None: wrappers are created by hand. */
  NONE,
  /** Those that follow JSR 330: Guice, Dagger, CDI and others. */
  JSR330,
  /** Spring, by component scan. */
  SPRING
}
