package dev.mulligan.runtime.classify;

/** Adds suppressed exceptions where that is safe. */
public final class Suppressed {
  /** How many suppressed exceptions the runtime lets one exception have. */
  public static final int MOST = 8;

  private Suppressed() {}

  /**
   * Adds an exception to another's suppressed ones, unless it is the same, is there already, or
   * there are {@value #MOST}. Shared instances therefore never grow for ever.
   *
   * @param target the exception that the caller gets
   * @param suppressed the exception to add
   */
  public static void add(Throwable target, Throwable suppressed) {
    if (target == suppressed) {
      return;
    }
    Throwable[] present = target.getSuppressed();
    if (present.length >= MOST) {
      return;
    }
    for (Throwable one : present) {
      if (one == suppressed) {
        return;
      }
    }
    target.addSuppressed(suppressed);
  }
}
