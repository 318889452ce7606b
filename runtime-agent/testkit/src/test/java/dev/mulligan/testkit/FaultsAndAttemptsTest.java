package dev.mulligan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.RefusalReason;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.rejection.CircuitOpenException;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user writes, under both engines. */
@MulliganTest
@Faults("others: 503")
class FaultsAndAttemptsTest {
  private final PageClient client = Engine.pageClient();
  private VirtualTime timeBefore;

  @BeforeEach
  void noteTime(VirtualTime time) {
    timeBefore = time;
  }

  @Test
  @Faults("fetch: 2 times SocketTimeoutException, then ok")
  void recoversAfterTwoTimeouts(Attempts attempts, VirtualTime time) throws IOException {
    assertThat(client.fetch("a")).isEqualTo("page of a");

    assertThat(client.bodies).isEqualTo(1);
    assertThat(time).isSameAs(timeBefore);
    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(600));
    attempts
        .of("fetch")
        .hasAttempts(3)
        .hasFailures(SocketTimeoutException.class, IOException.class)
        .hasTypes(FailureType.NETWORK, FailureType.NETWORK)
        .hasDelays("200ms", "400ms")
        .hasRefusals()
        .endedRecovered()
        .endedWell();
  }

  @Test
  @Faults("PageClient.fetch: IOException 'down'")
  void isExhausted(Attempts attempts) {
    assertThatThrownBy(() -> client.fetch("a")).isInstanceOf(IOException.class).hasMessage("down");

    assertThat(client.bodies).isZero();
    attempts.of("PageClient.fetch").hasAttempts(3).hasDelays("200ms", "400ms").endedExhausted();
    assertThat(attempts.of("fetch").exhausted()).isEqualTo(1);
  }

  @Test
  void successesAtOnceAreSeenAsAttempts(Attempts attempts) throws IOException {
    client.fetch("a");
    client.fetch("b");

    attempts.of("fetch").hasAttempts(2).hasDelays().hasFailures().endedWell();
    attempts.of("submit").wasNotCalled();
    assertThat(attempts.events()).isEmpty();
  }

  @Test
  @Seed(42)
  @Faults("spread: once 429 retry-after 7s, then 503 ")
  void aHintIsAMinimumAndJitterIsReplayed(Attempts attempts) {
    assertThatThrownBy(client::spread)
        .isInstanceOfSatisfying(HttpFault.class, e -> assertThat(e.status()).isEqualTo(503));

    attempts
        .of("spread")
        .hasTypes(
            FailureType.RATE_LIMITED,
            FailureType.TRANSIENT,
            FailureType.TRANSIENT,
            FailureType.TRANSIENT,
            FailureType.TRANSIENT)
        // The hint and a tenth of it; then full jitter up to 1 s * 2^(n-1).
        .hasDelaysUpTo("7700ms", "2s", "4s", "8s");
    assertThat(attempts.of("spread").delays().get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
  }

  @Test
  @Faults("site: 2 times IOException, then ok")
  void aBreakerOpensAndCloses(Attempts attempts, VirtualTime time) throws IOException {
    assertThatThrownBy(client::behindBreaker).isInstanceOf(IOException.class);
    assertThatThrownBy(client::behindBreaker).isInstanceOf(IOException.class);
    assertThatThrownBy(client::behindBreaker).isInstanceOf(CircuitOpenException.class);
    attempts.of("behindBreaker").hasRefusals(RefusalReason.CIRCUIT_OPEN).endedRefused();

    time.advance(Duration.ofSeconds(10));
    assertThat(client.behindBreaker()).isEqualTo("open");

    attempts
        .of("site")
        .hasAttempts(3)
        .hasBreakerStates(BreakerState.OPEN, BreakerState.HALF_OPEN, BreakerState.CLOSED)
        .endedWell();
  }

  @Test
  @Faults("behindBreaker: slow 2s")
  void slowAttemptsAreSlowToTheBreaker(Attempts attempts, VirtualTime time) throws IOException {
    client.behindBreaker();
    client.behindBreaker();

    assertThat(client.bodies).isEqualTo(2);
    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(4));
    assertThat(time.sleeps()).isEmpty();
    attempts.of("site").hasBreakerStates(BreakerState.OPEN).endedWell();
  }

  @Test
  @Faults("fetch: once timeout 3s, ok")
  void aTimeoutCostsItsTime(Attempts attempts, VirtualTime time) throws IOException {
    client.fetch("a");

    assertThat(time.elapsed()).isEqualTo(Duration.ofMillis(3200));
    attempts.of("fetch").hasFailures(CallTimeoutException.class).endedRecovered();
  }

  @Test
  @Faults("fetch: error OutOfMemoryError")
  void anErrorThatLeavesNoRoomHasNoEventsButIsTold(Attempts attempts) {
    assertThatThrownBy(() -> client.fetch("a")).isInstanceOf(OutOfMemoryError.class);

    attempts.of("fetch").hasAttempts(1).hasFailures();
    assertThatThrownBy(() -> attempts.of("fetch").endedWell())
        .hasMessageContaining("threw what leaves no room")
        .hasMessageContaining("injected: OutOfMemoryError");
  }

  @Test
  void faultsComeAndGoDuringATest(InjectedFaults faults, Attempts attempts) throws IOException {
    faults.inject("fetch: 503");
    assertThatThrownBy(() -> client.fetch("a")).isInstanceOf(HttpFault.class);
    faults.inject("fetch: ok");
    client.fetch("a");
    faults.clear();
    client.others();

    attempts.all().hasAttempts(5);
    attempts.of("others").hasAttempts(1).endedWell();
  }

  @Test
  void theFaultsOfTheClassAreThere() {
    assertThatThrownBy(client::others).isInstanceOf(HttpFault.class);
  }

  @Test
  @Faults({"others: ok", "*: 503"})
  void theFaultsOfTheMethodAreStronger() throws IOException {
    assertThat(client.others()).isEqualTo("others");
    assertThatThrownBy(client::many).isInstanceOf(HttpFault.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  @Faults("fetch: 1 times 503")
  void everyInvocationBeginsAnew(int failuresAndNoMore, Attempts attempts) throws IOException {
    client.fetch("x" + failuresAndNoMore);

    attempts.of("fetch").hasAttempts(2).endedRecovered();
  }

  @Test
  @Faults("fetch: once IOException")
  void aFailedAssertionTellsEverything(Attempts attempts) throws IOException {
    client.fetch("a");

    assertThatThrownBy(() -> attempts.of("fetch").hasAttempts(3))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("fetch: expected 3 attempts, but found 2\nseed ")
        .hasMessageContaining(
            """
            what happened, in virtual time:
                   0ms  PageClient.fetch  attempt begins, injected: IOException
                   0ms  PageClient.fetch  attempt 1/3 failed, NETWORK: java.io.IOException: injected
                   0ms  PageClient.fetch  waits 200ms for attempt 2
                 200ms  PageClient.fetch  attempt begins
                 200ms  PageClient.fetch  recovered at attempt 2""");
    assertThatThrownBy(() -> attempts.of("fecth").hasAttempts(2))
        .hasMessageContaining("nothing is called so, did you mean fetch?");
    assertThatThrownBy(() -> attempts.of("fetch").hasDelays("300ms"))
        .hasMessageContaining("expected delays [300ms], but found [200ms]");
  }

  @Nested
  @Faults("many: 100 times 503")
  class Inside {
    @Test
    void theFaultsOfBothClassesAreThere(Attempts attempts) {
      assertThatThrownBy(client::others).isInstanceOf(HttpFault.class);
      assertThatThrownBy(client::many).isInstanceOf(HttpFault.class);

      // One policy, two methods, a hundred attempts each.
      attempts.of("many").hasAttempts(200);
      assertThat(List.of(attempts.of("PageClient.many").count())).containsExactly(100);
    }
  }
}
