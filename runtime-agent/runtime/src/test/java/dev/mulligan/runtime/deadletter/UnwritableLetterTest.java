package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.event.LetterRejected;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.replay.LettersInMemory;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A letter that cannot be written is told and counted, whatever is thrown. */
class UnwritableLetterTest {
  private final DeadLetterOffice office = Registry.deadLetters();
  private final List<MulliganEvent> events = new ArrayList<>();
  private final Guard guard =
      Guards.method(
              MethodHandles.lookup(),
              UnwritableLetterTest.class,
              "lose",
              MethodType.methodType(void.class, String.class))
          .parameters("what")
          .deadLetter()
          .build();

  @AfterEach
  void leave() {
    office.keepIn(null);
  }

  @Test
  void anErrorOfTheStoreLeavesTheCallsOwnFailure() {
    Error noThread = new Error("no more threads");
    office.keepIn(
        new LettersInMemory() {
          @Override
          public synchronized Letter append(Letter letter, Duration limit) {
            throw noThread;
          }
        });
    IOException own = new IOException("no bank");

    Throwable thrown;
    try (Subscription all = Mulligan.listen(events::add)) {
      thrown = catchThrowable(() -> guard.call(() -> fail(own), this, "x"));
    }

    assertThat(thrown).isSameAs(own).hasSuppressedException(noThread);
    assertThat(events)
        .filteredOn(LetterRejected.class::isInstance)
        .singleElement()
        .extracting(event -> ((LetterRejected) event).reason())
        .isSameAs(noThread);
  }

  private static Object fail(IOException failure) throws IOException {
    throw failure;
  }

  @SuppressWarnings("unused") // lends its signature
  void lose(String what) {}
}
