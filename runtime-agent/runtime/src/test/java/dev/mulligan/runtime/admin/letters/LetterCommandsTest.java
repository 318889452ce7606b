package dev.mulligan.runtime.admin.letters;

import static dev.mulligan.runtime.replay.SampleLetters.THEN;
import static dev.mulligan.runtime.replay.SampleLetters.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.letter.Settlement;
import dev.mulligan.runtime.replay.LettersInMemory;
import dev.mulligan.runtime.replay.ReplayFailure;
import dev.mulligan.runtime.replay.SampleLetters;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators ask of letters, and get. */
class LetterCommandsTest {
  private final VirtualTime time = VirtualTime.install();
  private final LettersInMemory store = new LettersInMemory();
  private final LetterCommands commands = new LetterCommands(new DeadLetterOffice(() -> store));

  @BeforeEach
  void keep() {
    for (int number = 0; number < 10; number++) {
      store.append(
          SampleLetters.numbered(
              number,
              number % 2 == 0 ? "orders" : "mails",
              number < 3 ? FailureType.NETWORK : FailureType.PERMANENT,
              "tenant " + number % 3),
          Duration.ZERO);
    }
  }

  @AfterEach
  void leave() {
    time.close();
  }

  private Map<?, ?> ask(String command, Object... pairs) {
    return ask(commands, command, pairs);
  }

  private static Map<?, ?> ask(LetterCommands commands, String command, Object... pairs) {
    Map<String, Object> request = new HashMap<>(Map.of("command", command));
    for (int i = 0; i < pairs.length; i += 2) {
      request.put((String) pairs[i], pairs[i + 1]);
    }
    try {
      return (Map<?, ?>) commands.all().get(command).answer(request);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Object> listed(Object... pairs) {
    List<Object> ids = new ArrayList<>();
    for (Object entry : (List<?>) ask("letters.list", pairs).get("letters")) {
      ids.add(((Map<?, ?>) entry).get("id"));
    }
    return ids;
  }

  @Test
  void aListTellsWhatAnOperatorLooksFor() {
    Map<?, ?> answer = ask("letters.list", "limit", 1);

    assertThat((List<?>) answer.get("letters"))
        .singleElement(InstanceOfAssertFactories.map(Object.class, Object.class))
        .containsEntry("id", id(0))
        .containsEntry("state", LetterState.STORED)
        .containsEntry("queue", "orders")
        .containsEntry("type", FailureType.NETWORK)
        .containsEntry("method", "Payments.pay")
        .containsEntry("key", "tenant 0")
        .containsEntry("count", 1)
        .containsEntry("failure", "java.io.IOException: no answer")
        .doesNotContainKey("arguments");
    assertThat(answer.get("after")).isEqualTo(id(0));
  }

  @Test
  void pagesFollowOneAnotherUntilThereIsNone() {
    Map<?, ?> first = ask("letters.list", "limit", 6);
    Map<?, ?> second = ask("letters.list", "limit", 6, "after", first.get("after"));

    assertThat((List<?>) first.get("letters")).hasSize(6);
    assertThat((List<?>) second.get("letters")).hasSize(4);
    assertThat(second.containsKey("after")).isFalse();
  }

  @Test
  void everyFieldOfAFilterCounts() {
    store.discard(id(9));

    assertThat(listed("state", "discarded")).containsExactly(id(9));
    assertThat(listed("queue", "orders", "type", "network")).containsExactly(id(0), id(2));
    assertThat(listed("key", "tenant 2")).containsExactly(id(2), id(5), id(8));
    assertThat(listed("method", "Payments.pay")).hasSize(10);
    assertThat(listed("method", "refund")).isEmpty();
    assertThat(listed("call", "com.shop.Payments#pay(long)")).hasSize(10);
    assertThat(listed("text", "NO ANSWER")).hasSize(10);
    assertThat(listed("text", "TENANT 1")).containsExactly(id(1), id(4), id(7));
    assertThat(listed("since", THEN.plusSeconds(8).toString())).containsExactly(id(8), id(9));
    assertThat(listed("until", THEN.plusSeconds(2).toString())).containsExactly(id(0), id(1));
    assertThat(listed("expired", false)).hasSize(10);
    // It is 2030, and they were kept for 30 days in 2029.
    assertThat(listed("expired", true)).hasSize(10);
  }

  @Test
  void aLetterIsShownByTheBeginningOfItsIdIfThatIsClear() {
    String wholly = (String) ask("letters.show", "id", id(3)).get("letter");
    assertThat(LetterJson.read(wholly)).isEqualTo(store.find(id(3)).orElseThrow());

    // Seconds apart, ids differ within the first 12 digits, which are milliseconds.
    String shortly = (String) ask("letters.show", "id", id(3).substring(0, 12)).get("letter");
    assertThat(shortly).isEqualTo(wholly);
    assertThat(ask("letters.show", "id", id(3).substring(0, 12).toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(Map.of("letter", wholly));
  }

  @Test
  void aLetterThatFailedAgainTellsWhy() throws IOException {
    Letter claimed = store.claim(id(2), "ada", Duration.ofMinutes(1)).orElseThrow();
    assertThat(store.settle(id(2), claimed.status().token(), Settlement.FAILED)).isTrue();
    ReplayFailure failure = new ReplayFailure(THEN, FailureType.SYSTEM, "java.io.IOException: no");
    LetterCommands knowing = new LetterCommands(new DeadLetterOffice(() -> store), id -> failure);

    assertThat(ask(knowing, "letters.show", "id", id(2)).get("lastReplay"))
        .isEqualTo(Map.of("at", THEN, "type", FailureType.SYSTEM, "failure", failure.text()));
    assertThat(ask(knowing, "letters.list", "key", "tenant 2").toString())
        .contains("lastReplay={at=" + THEN + ", type=SYSTEM, failure=java.io.IOException: no}")
        .contains("lastReplay=null");
    assertThat(ask("letters.show", "id", id(2)).containsKey("lastReplay")).isFalse();
  }

  @Test
  void lettersOfAFilterAreCounted() {
    assertThat(ask("letters.count")).isEqualTo(Map.of("letters", 10L));
    assertThat(ask("letters.count", "key", "tenant 2")).isEqualTo(Map.of("letters", 3L));
  }

  @ParameterizedTest
  @CsvSource({
    "0, more than one letter begins with 0: ",
    "ffff, there is no letter ffff",
    "../etc, there is no letter ../etc",
    "'', the request has no \"id\""
  })
  void whatMeansNoLetterOrSeveralIsAnError(String id, String message) {
    assertThatThrownBy(() -> ask("letters.show", "id", id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void numbersAreToldByStateTypeQueueAndCall() throws IOException {
    Letter claimed = store.claim(id(0), "ada", Duration.ofMinutes(1)).orElseThrow();
    assertThat(store.settle(id(0), claimed.status().token(), Settlement.REPLAYED)).isTrue();

    assertThat(ask("letters.stats").toString())
        .isEqualTo(
            "{total=10, waiting=9, received=10, joined=0, removed=0, byState={STORED=9,"
                + " REPLAYED=1}, byReason={FAILED=9}, byType={NETWORK=2, PERMANENT=7},"
                + " byQueue={mails=5, orders=4}, byCall={com.shop.Payments#pay(long)=9},"
                + " poisonByCall={}, byAge={OLDER=9}, oldest=2029-01-01T00:00:01Z,"
                + " newest=2029-01-01T00:00:09Z}");
  }

  @Test
  void anExportHasAllLettersAsTheyAreKept() {
    List<Letter> exported = new ArrayList<>();
    Object after = null;
    do {
      Map<?, ?> answer =
          after == null
              ? ask("letters.export", "limit", 3)
              : ask("letters.export", "limit", 3, "after", after);
      ((List<?>) answer.get("letters"))
          .forEach(line -> exported.add(LetterJson.read(String.valueOf(line))));
      after = answer.get("after");
    } while (after != null);

    assertThat(exported)
        .hasSize(10)
        .allSatisfy(letter -> assertThat(letter).isEqualTo(store.find(letter.id()).orElseThrow()));
  }

  @Test
  void oneLetterOrAllThatAFilterMeansAreDiscarded() throws IOException {
    assertThat(ask("letters.discard", "id", id(1).substring(0, 14)))
        .isEqualTo(Map.of("discarded", 1, "skipped", 0));
    assertThatThrownBy(() -> ask("letters.discard", "id", id(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("letter " + id(1) + " is DISCARDED");

    assertThat(store.claim(id(3), "ada", Duration.ofMinutes(1))).isPresent();
    assertThat(ask("letters.discard", "queue", "mails"))
        .isEqualTo(Map.of("discarded", 3L, "skipped", 1L));
    assertThat(store.stats().byState()).containsEntry(LetterState.DISCARDED, 4L);
  }

  @Test
  void aDiscardWithoutAFilterIsNoDiscardOfAll() {
    assertThatThrownBy(() -> ask("letters.discard"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("which letters: \"id\", a filter, or \"all\": true");
    assertThat(ask("letters.discard", "all", true))
        .isEqualTo(Map.of("discarded", 10L, "skipped", 0L));
  }

  @Test
  void aLetterThatItsStoreRefusesIsDiscardedWithTheOthers() throws IOException {
    try (SpoolingStore spooling = new SpoolingStore(LettersInMemory.refusing(id(4)), store)) {
      LetterCommands over = new LetterCommands(new DeadLetterOffice(() -> spooling));

      assertThat(ask(over, "letters.discard", "all", true))
          .isEqualTo(Map.of("discarded", 10L, "skipped", 0L));
      assertThat(ask(over, "letters.stats").get("waiting")).isEqualTo(0L);
      assertThat(spooling.stats().byState()).containsOnlyKeys(LetterState.DISCARDED);
    }
  }

  @Test
  void aPurgeWithoutAFilterTakesWhatIsDoneOrPastItsRetention() {
    Letter young = SampleLetters.numbered((int) Duration.between(THEN, time.now()).toSeconds());
    store.append(young, Duration.ZERO);
    Letter done = SampleLetters.numbered((int) Duration.between(THEN, time.now()).toSeconds() - 1);
    store.append(done, Duration.ZERO);
    store.discard(done.id());

    // Ten are past their retention.
    assertThat(ask("letters.purge")).isEqualTo(Map.of("purged", 11L));
    assertThat(listed()).containsExactly(young.id());
  }

  @Test
  void aPurgeWithAFilterTakesWhatItMeans() {
    assertThat(ask("letters.purge", "queue", "mails")).isEqualTo(Map.of("purged", 5L));
    assertThat(ask("letters.purge", "all", true)).isEqualTo(Map.of("purged", 5L));
    assertThat(store.stats().received()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "state, lost, 'state = lost: must be one of [STORED, REPLAYED, DISCARDED]'",
    "since, yesterday, 'since = yesterday: must be an instant such as 2030-01-31T12:00:00Z'",
    "limit, ten, 'limit = ten: must be a whole number from 1 on'",
    "after, 12, 'after = 12: must be an id of 28 hexadecimal digits'",
    "expired, yes, 'expired = yes: must be true or false'",
    "class, java.lang.Runtime, 'there is no field [class]; there are [after, call, expired, key,"
        + " limit, method, queue, since, state, text, type, until]'"
  })
  void whatIsUnknownOrOfAnotherKindIsNamed(String field, String value, String message) {
    assertThatThrownBy(() -> ask("letters.list", field, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void numbersThatAreNoneAreNamed() {
    assertThatThrownBy(() -> ask("letters.list", "limit", 0))
        .hasMessage("limit = 0: must be a whole number from 1 on");
    assertThatThrownBy(() -> ask("letters.list", "queue", 7))
        .hasMessage("queue = 7: must be a text");
    assertThatThrownBy(() -> ask("letters.list", "key", List.of("s3cr3t")))
        .hasMessage("key: must be a text");
  }
}
