package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterAttempt;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls that are the same share a letter while it waits. */
interface StoreJoinCases extends StoreCases {
  /** A letter that can be joined. */
  private static LetterSample same(int number) {
    return LetterSample.of(number).identity("pay acme 1,2");
  }

  @Test
  default void theSameCallSharesALetter() throws IOException {
    keep(same(1));
    keep(same(2));

    assertEquals(List.of(1), numbers(LetterFilter.all()));
    assertEquals(2, read(1).status().count());
  }

  @Test
  default void appendGivesTheLetterThatTookTheCallIn() throws IOException {
    keep(same(1));

    Letter kept = keep(same(2));

    assertEquals(read(1), kept);
  }

  @Test
  default void aJoinedLetterIsNotFoundByItself() throws IOException {
    keep(same(1));
    keep(same(2));

    assertEquals(Optional.empty(), store().find(LetterSample.id(2)));
  }

  @Test
  default void theFirstFailureStays() throws IOException {
    Letter first = keep(same(1));
    keep(same(2));

    assertEquals(first.firstFailure(), read(1).firstFailure());
  }

  @Test
  default void theLastFailureIsTheLatest() throws IOException {
    keep(same(1));
    keep(same(2));

    assertEquals(same(2).letter().lastFailure(), read(1).lastFailure());
  }

  @Test
  default void theAttemptsAreTheLatest() throws IOException {
    keep(same(1));
    LetterAttempt attempt =
        new LetterAttempt(7, LetterSample.START, Duration.ZERO, FailureType.SYSTEM, "seventh");
    keep(same(2).attempts(List.of(attempt)));

    assertEquals(List.of(attempt), read(1).attempts());
  }

  @Test
  default void reasonTypeAndTextAreTheLatest() throws IOException {
    keep(same(1));
    keep(same(2).reason(LetterReason.SHUTDOWN).type(FailureType.SYSTEM).failure("going down"));

    Letter joined = read(1);
    assertEquals(LetterReason.SHUTDOWN, joined.reason());
    assertEquals(FailureType.SYSTEM, joined.type());
    assertEquals("going down", joined.failure());
  }

  @Test
  default void queueRetentionAndOriginAreTheLatest() throws IOException {
    keep(same(1));
    LetterOrigin origin = new LetterOrigin("t2", "host-2", "2.0", "trace", Map.of("user", "u"));
    keep(same(2).queue("moved").retainUntil(LetterSample.START).origin(origin));

    Letter joined = read(1);
    assertEquals("moved", joined.queue());
    assertEquals(LetterSample.START, joined.retainUntil());
    assertEquals(origin, joined.origin());
  }

  @Test
  default void theWholeLetterIsWhatJoiningMakesOfIt() throws IOException {
    Letter first = keep(same(1));
    Letter second = same(2).failure("again").letter();
    Letter third = same(3).failure("and again").letter();
    store().append(second, LIMIT);
    store().append(third, LIMIT);

    assertEquals(first.joined(second).joined(third), read(1));
  }

  @Test
  default void callsWithoutIdentityShareNothing() throws IOException {
    keep(LetterSample.of(1).identity(""));
    keep(LetterSample.of(2).identity(""));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
  }

  @Test
  default void callsWithAnotherKeyShareNothing() throws IOException {
    keep(LetterSample.of(1).key("a").identity("pay a"));
    keep(LetterSample.of(2).key("b").identity("pay b"));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
  }

  @Test
  default void identitiesThatDifferInCaseAreDifferent() throws IOException {
    keep(LetterSample.of(1).identity("pay"));
    keep(LetterSample.of(2).identity("Pay"));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
  }

  @Test
  default void aClaimedLetterTakesNothingIn() throws IOException {
    keep(same(1));
    claim(1);

    keep(same(2));

    assertEquals(List.of(1, 2), numbers(LetterFilter.all()));
    assertEquals(1, read(1).status().count());
  }

  @Test
  default void aReleasedLetterTakesCallsInAgain() throws IOException {
    keep(same(1));
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.RELEASED);

    keep(same(2));

    assertEquals(2, read(1).status().count());
    assertEquals(1, read(1).status().token());
  }

  @Test
  default void failedReplaysStayCountedWhenACallIsTakenIn() throws IOException {
    keep(same(1));
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.FAILED);

    keep(same(2));

    assertEquals(2, read(1).status().count());
    assertEquals(1, read(1).status().replays());
  }

  @Test
  default void aReplayedLetterTakesNothingIn() throws IOException {
    keep(same(1));
    store().settle(LetterSample.id(1), claim(1).status().token(), Settlement.REPLAYED);

    keep(same(2));

    assertEquals(List.of(2), numbers(LetterFilter.waiting()));
    assertEquals(1, read(1).status().count());
  }

  @Test
  default void aDiscardedLetterTakesNothingIn() throws IOException {
    keep(same(1));
    store().discard(LetterSample.id(1));

    keep(same(2));

    assertEquals(List.of(2), numbers(LetterFilter.waiting()));
  }

  @Test
  default void aPurgedLetterTakesNothingIn() throws IOException {
    keep(same(1));
    store().purge(LetterFilter.all());

    keep(same(2));

    assertEquals(List.of(2), numbers(LetterFilter.all()));
  }

  @Test
  default void whileOneIsClaimedTheNextTakesCallsIn() throws IOException {
    keep(same(1));
    claim(1);
    keep(same(2));
    keep(same(3));

    assertEquals(1, read(1).status().count());
    assertEquals(2, read(2).status().count());
  }

  @Test
  default void manyCallsAreCounted() throws IOException {
    for (int number = 1; number <= 50; number++) {
      keep(same(number));
    }

    assertEquals(50, read(1).status().count());
    assertEquals(49, store().stats().joined());
  }

  @Test
  default void aLetterOfSeveralCallsAddsThemAll() throws IOException {
    keep(same(1).count(2));
    keep(same(2).count(3));

    assertEquals(5, read(1).status().count());
  }

  @Test
  default void aLetterOfSeveralCallsIsReceivedAsThatMany() throws IOException {
    keep(same(1).count(2));
    keep(same(2).count(3));

    LetterStats stats = store().stats();
    assertEquals(4, stats.joined());
    assertEquals(5, stats.received());
  }

  @Test
  default void aJoinedLetterAppendedAgainIsNotCountedAgain() throws IOException {
    assumeJoinedLettersAreKnown();
    keep(same(1));
    keep(same(2));

    Letter kept = keep(same(2));

    assertEquals(LetterSample.id(1), kept.id());
    assertEquals(2, read(1).status().count());
    assertEquals(2, store().stats().received());
  }

  @Test
  default void aJoinedLetterIsKnownEvenIfItsHostIsDone() throws IOException {
    assumeJoinedLettersAreKnown();
    keep(same(1));
    keep(same(2));
    store().discard(LetterSample.id(1));

    keep(same(2));

    assertEquals(List.of(1), numbers(LetterFilter.all()));
    assertEquals(2, store().stats().received());
  }

  @Test
  default void filtersSeeWhatJoiningHasChanged() throws IOException {
    keep(same(1).queue("old").type(FailureType.NETWORK).failure("no route"));
    keep(same(2).queue("new").type(FailureType.SYSTEM).failure("disk full"));

    assertEquals(List.of(1), numbers(LetterFilter.all().queue("new")));
    assertEquals(List.of(1), numbers(LetterFilter.all().type(FailureType.SYSTEM)));
    assertEquals(List.of(1), numbers(LetterFilter.all().text("disk")));
    assertEquals(List.of(), numbers(LetterFilter.all().queue("old")));
    assertEquals(List.of(), numbers(LetterFilter.all().text("route")));
  }
}
