package dev.mulligan.runtime.catalogue;

/** What to do about letters that no longer fit. */
public final class Advice {
  static final String BEFORE =
      "replay or discard its letters with the old version, before the new one runs";

  static final String PUT_BACK = "put @DeadLetter back, so that its letters find it";

  private Advice() {}

  /**
   * Tells how another method takes the letters of one that is gone.
   *
   * @param id the identity that the letters name
   * @param call the other method
   * @return what to write
   */
  public static String giveId(String id, CatalogueCall call) {
    return "if "
        + call.type()
        + "#"
        + call.method()
        + " is the same method, give it @DeadLetter(id = \""
        + id
        + "\")";
  }
}
