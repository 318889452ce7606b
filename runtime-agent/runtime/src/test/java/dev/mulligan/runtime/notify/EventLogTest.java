package dev.mulligan.runtime.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.ConfigurationChanged;
import dev.mulligan.runtime.event.Consequence;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.LetterWritten;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Operated;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.RefusalReason;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.ReplayEnded;
import dev.mulligan.runtime.event.Replayed;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.event.Switched;
import dev.mulligan.runtime.event.WouldHave;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final Throwable timedOut = new SocketTimeoutException("Read timed out");
  private static final String CAUSE = " cause=java.net.SocketTimeoutException: Read timed out";

  private final List<String> lines = new ArrayList<>();
  private final EventLog log = new EventLog();
  private VirtualTime time;

  @BeforeEach
  void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterEach
  void releaseTheClock() {
    time.close();
  }

  private void write(MulliganEvent event) {
    log.write(event, level -> true, (level, line) -> lines.add(level + " " + line));
  }

  private List<MulliganEvent> oneOfEach() {
    return List.of(
        new AttemptFailed("pay", "Bank#pay", "eu", 2, 3, FailureType.NETWORK, timedOut),
        new Retrying("pay", "Bank#pay", null, 3, 3, FailureType.NETWORK, Duration.ofMillis(200)),
        new Recovered("pay", "Bank#pay", null, 3),
        new Refused("pay", "Bank#pay", "eu", RefusalReason.CIRCUIT_OPEN, timedOut),
        new Exhausted("pay", "Bank#pay", null, 3, FailureType.NETWORK, timedOut),
        new FellBack("pay", "Bank#pay", null, FailureType.NETWORK, timedOut),
        new BreakerMoved("pay", "eu", BreakerState.CLOSED, BreakerState.OPEN),
        new BreakerMoved("pay", null, BreakerState.OPEN, BreakerState.HALF_OPEN),
        new BreakerMoved("pay", null, BreakerState.HALF_OPEN, BreakerState.CLOSED),
        new LetterWritten("0001", "Bank#pay", FailureType.NETWORK, "eu"),
        new LetterRejected("Bank#pay", timedOut),
        new Replayed("0001", "Bank#pay", true),
        new ReplayEnded(7, 1, 0, 2, "letter 0001 failed"),
        new ConfigurationChanged("mulligan.pay.retry.maxAttempts", "3", null),
        new Operated("breakers.open", "name=pay", "ada"),
        new WouldHave("pay", "Bank#pay", "eu", Consequence.RETRY, Duration.ofMillis(50)),
        new Switched("policy:pay", true),
        new Switched("policy:pay", false));
  }

  @Test
  void everyEventIsOneLineOfPairs() {
    oneOfEach().forEach(this::write);

    assertThat(lines)
        .containsExactly(
            "DEBUG attempt failed policy=pay method=Bank#pay attempt=2/3 type=NETWORK key=eu"
                + CAUSE,
            "DEBUG retrying policy=pay method=Bank#pay attempt=3/3 type=NETWORK delay=200ms",
            "DEBUG recovered policy=pay method=Bank#pay attempts=3",
            "DEBUG refused policy=pay method=Bank#pay reason=CIRCUIT_OPEN key=eu" + CAUSE,
            "WARNING exhausted policy=pay method=Bank#pay attempts=3 type=NETWORK" + CAUSE,
            "INFO fell back policy=pay method=Bank#pay type=NETWORK" + CAUSE,
            "WARNING breaker opened policy=pay from=CLOSED key=eu",
            "INFO breaker half-open policy=pay from=OPEN",
            "INFO breaker closed policy=pay from=HALF_OPEN",
            "WARNING letter written call=Bank#pay letter=0001 type=NETWORK key=eu",
            "ERROR letter rejected call=Bank#pay" + CAUSE,
            "INFO replayed call=Bank#pay letter=0001 succeeded=true",
            "INFO replay ended replayed=7 failed=1 notReplayable=0 taken=2"
                + " stopped=\"letter 0001 failed\"",
            "INFO configuration changed key=mulligan.pay.retry.maxAttempts before=3",
            "WARNING operated command=breakers.open arguments=\"name=pay\" user=ada",
            "INFO would have policy=pay method=Bank#pay what=RETRY time=50ms key=eu",
            "WARNING switched off what=policy:pay",
            "INFO switched on what=policy:pay");
  }

  @Test
  void noKindOfEventIsForgotten() {
    Set<Class<?>> shown = new HashSet<>();
    oneOfEach().forEach(event -> shown.add(event.getClass()));
    assertThat(shown).containsExactlyInAnyOrder(MulliganEvent.class.getPermittedSubclasses());
  }

  @Test
  void aFloodIsHeldBackAndToldWithTheNextLine() {
    // 10 pass at once, 1234 do not; 10 seconds later one passes and tells of them.
    for (int i = 0; i < 1_244; i++) {
      write(exhausted("pay"));
    }
    assertThat(lines).hasSize(10);

    write(exhausted("book"));
    assertThat(lines).hasSize(11);

    time.advance(Duration.ofSeconds(10));
    write(exhausted("pay"));
    assertThat(lines).hasSize(12);
    assertThat(lines.get(11)).endsWith("cause=java.io.IOException … and 1234 more in 10 s");

    write(exhausted("pay"));
    assertThat(lines.get(12)).endsWith("cause=java.io.IOException");
  }

  @Test
  void nothingIsComposedWhenTheLevelIsOffOrTheLineIsHeldBack() {
    List<String> asked = new ArrayList<>();
    Exception curious =
        new Exception() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            asked.add("message");
            return "";
          }
        };
    log.write(
        new Exhausted("pay", "Bank#pay", null, 1, FailureType.SYSTEM, curious),
        level -> level != Level.WARNING,
        (level, line) -> lines.add(line));
    assertThat(asked).isEmpty();

    for (int i = 0; i < 20; i++) {
      write(new Exhausted("pay", "Bank#pay", null, 1, FailureType.SYSTEM, curious));
    }
    assertThat(asked).hasSize(10);
  }

  private static Exhausted exhausted(String policy) {
    return new Exhausted(policy, "Bank#pay", null, 3, FailureType.NETWORK, new IOException());
  }
}
