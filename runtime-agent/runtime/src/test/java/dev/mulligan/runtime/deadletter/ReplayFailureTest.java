package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.ReplayResult.Outcome;
import dev.mulligan.runtime.replay.LettersInMemory;
import dev.mulligan.runtime.replay.ReplayFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why a letter failed again. */
class ReplayFailureTest {
  private static final String CONSTRUCT = "mulligan.replay.construct";
  private static final String NAME = Vault.class.getName();

  /** Held: the office knows methods weakly. */
  private static final Guard GUARD = Vault.OPEN;

  private static @Nullable Exception failing;

  private final DeadLetterOffice office = Registry.deadLetters();
  private final LettersInMemory store = new LettersInMemory();

  @BeforeEach
  void enter() {
    office.keepIn(store);
    Config.set(CONSTRUCT, "true");
    failing = null;
    assertThat(GUARD).isNotNull();
  }

  @AfterEach
  void leave() {
    Config.set(CONSTRUCT, null);
    office.keepIn(null);
  }

  private String keep() {
    Letter letter =
        Letters.of(
            NAME + "#open(java.lang.String)",
            NAME,
            List.of(new LetterArgument("pin", "java.lang.String", "\"8642\"", "")));
    store.append(letter, Duration.ZERO);
    return letter.id();
  }

  private ReplayFailure fail(Exception failure) {
    failing = failure;
    String id = keep();
    assertThat(office.replay(id).outcome()).isEqualTo(Outcome.FAILED);
    return Objects.requireNonNull(office.replays().lastFailure(id));
  }

  @Test
  void itIsKnownWithItsTypeAndCauses() {
    ReplayFailure failure =
        fail(new UncheckedIOException("the bank", new ConnectException("refused")));

    assertThat(failure.type()).isEqualTo(FailureType.NETWORK);
    assertThat(failure.text().lines())
        .containsExactly(
            "java.io.UncheckedIOException: the bank",
            "Caused by: java.net.ConnectException: refused");
  }

  @Test
  void itTellsNoSecretArgument() {
    assertThat(fail(new IOException("wrong pin 8642")).text())
        .isEqualTo("java.io.IOException: wrong pin [redacted]");
  }

  @Test
  void anExceptionThatCannotBeReadIsToldByItsClass() {
    ReplayFailure failure =
        fail(
            new IOException() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new IllegalStateException("no message");
              }
            });

    assertThat(failure.text()).startsWith(getClass().getName() + "$1");
  }

  @Test
  void anExceptionThatAnswersWithErrorsIsToldByItsClass() {
    ReplayFailure failure =
        fail(
            new IOException() {
              private static final long serialVersionUID = 1L;

              @Override
              public String getMessage() {
                throw new Error("no message");
              }

              @Override
              public synchronized Throwable getCause() {
                throw new Error("no cause");
              }
            });

    assertThat(failure.text()).startsWith(getClass().getName() + "$2");
  }

  @Test
  void itIsForgottenOnceTheCallHasReturned() {
    fail(new IOException("once"));
    failing = null;

    assertThat(office.replay(Letters.ID).outcome()).isEqualTo(Outcome.REPLAYED);
    assertThat(office.replays().lastFailure(Letters.ID)).isNull();
  }

  @Test
  void aLetterThatWasNotCalledHasNone() {
    assertThat(office.replays().lastFailure("f".repeat(28))).isNull();
  }

  /** Opens with the right number. */
  static class Vault {
    static final Guard OPEN =
        Guards.method(
                MethodHandles.lookup(),
                Vault.class,
                "open",
                MethodType.methodType(void.class, String.class))
            .parameters("pin")
            .deadLetter()
            .build();

    void open(String pin) throws Exception {
      if (failing != null) {
        throw failing;
      }
    }
  }
}
