package dev.mulligan.processor.model;

/** Who guards the annotated methods: the compiler option {@code mulligan.engine}. */
public enum Engine {
  /** Generated wrappers alone: what a wrapper cannot guard is an error. */
  WRAPPER,
  /** The agent alone: annotations are checked, and nothing is written. */
  AGENT,
  /** Wrappers where one is possible; what they cannot guard is left to the agent. */
  BOTH;

  /** Tells whether wrappers are written. */
  public boolean writesWrappers() {
    return this != AGENT;
  }

  /** Tells whether a method that no wrapper can guard stays without a guard. */
  public boolean needsWrappers() {
    return this == WRAPPER;
  }
}
