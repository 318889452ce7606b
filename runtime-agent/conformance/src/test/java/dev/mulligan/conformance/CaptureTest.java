package dev.mulligan.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** What a letter holds besides plain arguments, and what it must not hold. */
class CaptureTest extends ConformanceTest {
  private static final String KEY = "mulligan.letters.key";

  @TempDir private Path folder;
  private final CaptureSubject subject = Engine.guarded(CaptureSubject.class);
  private final DeadLetters letters = Mulligan.deadLetters();

  @AfterEach
  void leave() {
    CaptureSubject.broken = false;
    CaptureSubject.attempts = 0;
    System.clearProperty(KEY);
    MDC.clear();
    letters.list(LetterFilter.waiting()).forEach(letter -> letters.discard(letter.id()));
  }

  @Test
  void argumentsThatFailAgainAndAgainAreAttemptedOnceMoreOnly() {
    for (int i = 0; i < 100; i++) {
      subject.buy("good");
    }
    CaptureSubject.attempts = 0;

    for (int i = 0; i < 7; i++) {
      assertThatThrownBy(() -> subject.buy("bad")).isInstanceOf(IllegalStateException.class);
      // Letters of the same moment have no order.
      time.advance(Duration.ofMillis(1));
    }

    // Five calls of three attempts, and two of one.
    assertThat(CaptureSubject.attempts).isEqualTo(17);
    assertThat(waiting("poison"))
        .extracting(Letter::reason)
        .endsWith(LetterReason.FAILED, LetterReason.POISON, LetterReason.POISON);
  }

  @Test
  void theSameCallWithTheSameKeyIsCountedInOneLetter() {
    for (int number : new int[] {1, 1, 2, 1}) {
      assertThatThrownBy(() -> subject.keyed("acme", number)).isInstanceOf(IOException.class);
    }

    assertThat(waiting("keyed"))
        .extracting(letter -> letter.status().count())
        .containsExactlyInAnyOrder(3, 1);
  }

  @Test
  void aLetterOfAnotherThreadTellsWhereItsCallerWas() {
    MDC.put("trace_id", "0af7651916cd43dd");
    MDC.put("token", "s3cr3t-token");

    assertThat(subject.later("failed with ", Runnable::run).toCompletableFuture())
        .failsWithin(Duration.ofSeconds(20));

    Letter letter = only("origins");
    assertThat(letter.origin().thread()).isEqualTo(Thread.currentThread().getName());
    assertThat(letter.origin().trace()).isEqualTo("0af7651916cd43dd");
    assertThat(letter.origin().context()).containsEntry("token", "[redacted]");
    assertThat(letter.toString()).doesNotContain("s3cr3t-token");
  }

  @Test
  void theApplicationsOwnNamesAreUsed() {
    CaptureSubject.broken = true;
    assertThatThrownBy(() -> subject.named(new CaptureSubject.Amount(7)))
        .isInstanceOf(IOException.class);
    CaptureSubject.broken = false;

    Letter letter = only("named");

    assertThat(letter.arguments().get(0).json()).isEqualTo("{\"amount_in_cents\":7}");
    assertThat(letters.replay(letter.id()).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(CaptureSubject.lastSeen).isEqualTo(new CaptureSubject.Amount(7));
  }

  @Test
  void encryptedSecretsAreReplayedAndNotShown() throws IOException {
    Path file = folder.resolve("keys");
    Files.writeString(file, "k:" + Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    System.setProperty(KEY, file.toString());
    CaptureSubject.broken = true;
    assertThatThrownBy(() -> subject.pay("ada", "1234", new CaptureSubject.Card("ada", "4111")))
        .isInstanceOf(IOException.class);
    CaptureSubject.broken = false;
    CaptureSubject.lastSeen = null;

    Letter letter = only("sealed");

    assertThat(letter.arguments().toString()).doesNotContain("1234").doesNotContain("4111");
    assertThat(letters.replay(letter.id()).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(CaptureSubject.lastSeen).isEqualTo("ada 1234 4111");
  }

  private List<Letter> waiting(String queue) {
    return letters.list(LetterFilter.waiting().queue(queue));
  }

  private Letter only(String queue) {
    List<Letter> found = waiting(queue);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
