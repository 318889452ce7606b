package dev.mulligan.sample.site;

/** A way for a request to go wrong. */
public enum Fault {
  /** 503, without a word about when to come back. */
  UNAVAILABLE,
  /** 503 with {@code Retry-After} in seconds. */
  UNAVAILABLE_FOR_SECONDS,
  /** 503 with {@code Retry-After} as an HTTP-date. */
  UNAVAILABLE_UNTIL_DATE,
  /** 429 with {@code Retry-After} in seconds. */
  TOO_MANY_REQUESTS,
  /** The connection is reset in the middle of the answer. */
  RESET,
  /** The answer begins after the client's time-out. */
  SLOW,
  /** 403, also after the site has healed. */
  FORBIDDEN,
  /** 404, also after the site has healed: every link to this page is broken. */
  WITHDRAWN
}
