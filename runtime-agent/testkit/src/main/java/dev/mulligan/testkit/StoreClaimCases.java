package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One owner at a time holds a letter, until its lease is over. */
interface StoreClaimCases extends StoreCases {
  private Optional<Letter> claimAs(String owner, int number) throws IOException {
    return store().claim(LetterSample.id(number), owner, LEASE);
  }

  @Test
  default void aClaimNamesOwnerTokenAndEnd() throws IOException {
    keep(1);

    LetterStatus status = claimAs("me", 1).orElseThrow().status();

    assertEquals(
        new LetterStatus(LetterState.STORED, 1, 0, 1, "me", time().now().plus(LEASE)), status);
  }

  @Test
  default void aClaimGivesTheWholeLetter() throws IOException {
    Letter kept = keep(LetterSample.of(1));

    Letter claimed = claim(1);

    assertEquals(kept.with(claimed.status()), claimed);
  }

  @Test
  default void everybodySeesTheClaim() throws IOException {
    keep(1);

    Letter claimed = claim(1);

    assertEquals(claimed, read(1));
  }

  @Test
  default void aClaimedLetterCannotBeClaimedBySomebodyElse() throws IOException {
    keep(1);
    Letter claimed = claimAs("me", 1).orElseThrow();

    assertEquals(Optional.empty(), claimAs("you", 1));
    assertEquals(claimed, read(1));
  }

  @Test
  default void aClaimOnOneLetterLeavesOthersFree() throws IOException {
    keep(2);
    claimAs("me", 1);

    assertTrue(claimAs("you", 2).isPresent());
  }

  @Test
  default void anUnknownLetterCannotBeClaimed() throws IOException {
    assertEquals(Optional.empty(), claimAs("me", 1));
  }

  @Test
  default void aReplayedLetterCannotBeClaimed() throws IOException {
    keep(1);
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.REPLAYED);

    assertEquals(Optional.empty(), claimAs("me", 1));
  }

  @Test
  default void aDiscardedLetterCannotBeClaimed() throws IOException {
    keep(1);
    store().discard(LetterSample.id(1));

    assertEquals(Optional.empty(), claimAs("me", 1));
  }

  @Test
  default void aPurgedLetterCannotBeClaimed() throws IOException {
    keep(1);
    store().purge(LetterFilter.all());

    assertEquals(Optional.empty(), claimAs("me", 1));
  }

  @Test
  default void theTokenGrowsWithEachClaim() throws IOException {
    keep(1);
    long first = claim(1).status().token();
    store().settle(LetterSample.id(1), first, Settlement.RELEASED);

    assertEquals(first + 1, claim(1).status().token());
  }

  @Test
  default void aLeaseHoldsUntilItsLastNanosecond() throws IOException {
    keep(1);
    claimAs("me", 1);
    time().advance(LEASE.minusNanos(1));

    assertEquals(Optional.empty(), claimAs("you", 1));
  }

  @Test
  default void whenTheLeaseIsOverSomebodyElseMayClaim() throws IOException {
    keep(1);
    long token = claimAs("me", 1).orElseThrow().status().token();
    time().advance(LEASE);

    LetterStatus status = claimAs("you", 1).orElseThrow().status();

    assertEquals("you", status.owner());
    assertEquals(token + 1, status.token());
  }

  @Test
  default void aLetterKeepsItsCountsWhenClaimed() throws IOException {
    keep(LetterSample.of(1).status(new LetterStatus(LetterState.STORED, 4, 2, 9, null, null)));

    LetterStatus status = claim(1).status();

    assertEquals(4, status.count());
    assertEquals(2, status.replays());
    assertEquals(10, status.token());
  }

  @Test
  default void aRenewedLeaseLastsFromNowOn() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(Duration.ofMinutes(4));

    assertTrue(store().renew(LetterSample.id(1), token, LEASE));

    assertEquals(time().now().plus(LEASE), read(1).status().leasedUntil());
    time().advance(LEASE.minusNanos(1));
    assertEquals(Optional.empty(), claimAs("you", 1));
  }

  @Test
  default void aRenewedClaimKeepsOwnerAndToken() throws IOException {
    keep(1);
    LetterStatus before = claim(1).status();

    store().renew(LetterSample.id(1), before.token(), LEASE);

    assertEquals(before, read(1).status());
  }

  @Test
  default void aLeaseCanBeMadeShorter() throws IOException {
    keep(1);
    long token = claim(1).status().token();

    assertTrue(store().renew(LetterSample.id(1), token, Duration.ofSeconds(1)));

    time().advance(Duration.ofSeconds(1));
    assertTrue(claimAs("you", 1).isPresent());
  }

  @Test
  default void aLeaseThatIsOverCanBeRenewed() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE.multipliedBy(2));

    assertTrue(store().renew(LetterSample.id(1), token, LEASE));
    assertEquals(Optional.empty(), claimAs("you", 1));
  }

  @Test
  default void aClaimLostToSomebodyElseCannotBeRenewed() throws IOException {
    keep(1);
    long token = claimAs("me", 1).orElseThrow().status().token();
    time().advance(LEASE);
    Letter theirs = claimAs("you", 1).orElseThrow();

    assertFalse(store().renew(LetterSample.id(1), token, LEASE.multipliedBy(9)));
    assertEquals(theirs, read(1));
  }

  @Test
  default void aSettledClaimCannotBeRenewed() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    store().settle(LetterSample.id(1), token, Settlement.FAILED);

    assertFalse(store().renew(LetterSample.id(1), token, LEASE));
    assertEquals(null, read(1).status().leasedUntil());
  }

  @Test
  default void whatWasNeverClaimedCannotBeRenewed() throws IOException {
    keep(1);

    assertFalse(store().renew(LetterSample.id(1), 0, LEASE));
    assertEquals(LetterStatus.FRESH, read(1).status());
  }

  @Test
  default void aTokenFromTheFutureRenewsNothing() throws IOException {
    keep(1);
    Letter claimed = claim(1);

    assertFalse(store().renew(LetterSample.id(1), claimed.status().token() + 1, LEASE));
    assertEquals(claimed, read(1));
  }

  @Test
  default void anUnknownLetterCannotBeRenewed() throws IOException {
    assertFalse(store().renew(LetterSample.id(1), 1, LEASE));
  }

  @Test
  default void aPurgedLetterCannotBeRenewed() throws IOException {
    keep(1);
    long token = claim(1).status().token();
    time().advance(LEASE);
    store().purge(LetterFilter.all());

    assertFalse(store().renew(LetterSample.id(1), token, LEASE));
  }
}
