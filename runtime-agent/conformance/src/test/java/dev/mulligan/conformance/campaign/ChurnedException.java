package dev.mulligan.conformance.campaign;

/** Of the throw-away loader too: letters, logs and breakers see it, and must not keep it. */
class ChurnedException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
