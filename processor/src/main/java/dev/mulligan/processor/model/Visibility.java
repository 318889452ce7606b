package dev.mulligan.processor.model;

/** Who may use a member of the wrapper. */
public enum Visibility {
  PUBLIC,
  PROTECTED,
  PACKAGE
}
