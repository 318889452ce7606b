package dev.mulligan.sample.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which requests go wrong: a pure function of the seed, the path and the number of the request
 * among those for this path.
 *
 * <p>Shares are per mille of the pages. The entry page is never touched, so that there is a crawl
 * at all.
 */
public final class FaultPlan {
  private static final int FORBIDDEN = 8;
  private static final int WITHDRAWN = 8;
  private static final int STUBBORN = 25;
  private static final int PASSING = 90;

  /** A fault passes at the latest after so many requests, unless it is stubborn. */
  static final int LONGEST_PASSING = 3;

  private static final List<Fault> TEMPORARY =
      List.of(
          Fault.UNAVAILABLE,
          Fault.UNAVAILABLE_FOR_SECONDS,
          Fault.UNAVAILABLE_UNTIL_DATE,
          Fault.TOO_MANY_REQUESTS,
          Fault.RESET,
          Fault.SLOW);

  private final long seed;

  /** Creates the plan that belongs to a seed. */
  public FaultPlan(long seed) {
    this.seed = seed;
  }

  /**
   * The fault of a page that healing does not mend; it depends on the path alone.
   *
   * @return null if there is none
   */
  public @Nullable Fault lasting(String path) {
    if (path.equals(SiteMap.ENTRY)) {
      return null;
    }
    int draw = Draw.below(1000, 0, path);
    if (draw < FORBIDDEN) {
      return Fault.FORBIDDEN;
    }
    return draw < FORBIDDEN + WITHDRAWN ? Fault.WITHDRAWN : null;
  }

  /**
   * The fault of one request that is gone once the site has healed.
   *
   * @param nth the number of the request among those for this path, from 1
   * @return null if there is none
   */
  public @Nullable Fault temporary(String path, int nth) {
    if (path.equals(SiteMap.ENTRY)) {
      return null;
    }
    if (Host.of(path) == Host.CONCURRENT) {
      return nth % 2 == 0 ? Fault.UNAVAILABLE : Fault.RESET;
    }
    return nth <= failingRequests(path) ? kind(path) : null;
  }

  /** How many requests for a page fail, from the first on; a stubborn page never gives in. */
  private int failingRequests(String path) {
    int draw = draw("fails?", 1000, path);
    if (draw < STUBBORN) {
      return Integer.MAX_VALUE;
    }
    return draw < STUBBORN + PASSING ? 1 + draw("how often?", LONGEST_PASSING, path) : 0;
  }

  private Fault kind(String path) {
    return TEMPORARY.get(draw("how?", TEMPORARY.size(), path));
  }

  /** Answers a question about a path, independently of other questions about it. */
  private int draw(String question, int bound, String path) {
    return Draw.below(bound, seed, question + path);
  }
}
