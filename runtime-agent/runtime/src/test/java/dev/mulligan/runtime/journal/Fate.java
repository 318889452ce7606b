package dev.mulligan.runtime.journal;

import java.util.List;
import java.util.Random;

/** What may become of bytes that were not forced when the power fails. */
enum Fate {
  KEPT,
  DROPPED,
  CUT_AT_A_SECTOR,
  SOME_SECTORS,
  ZEROED,
  BIT_FLIPPED,
  /** Lines of another file are in their place. */
  STALE,
  /** A line of the same file is in their place. */
  OWN_LINE;

  /** Those that are there twice come twice as often. */
  private static final List<Fate> LOT =
      List.of(
          DROPPED,
          CUT_AT_A_SECTOR,
          ZEROED,
          STALE,
          BIT_FLIPPED,
          KEPT,
          OWN_LINE,
          SOME_SECTORS,
          STALE);

  static Fate any(Random random) {
    return LOT.get(random.nextInt(LOT.size()));
  }
}
