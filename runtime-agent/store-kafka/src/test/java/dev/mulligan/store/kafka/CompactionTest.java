package dev.mulligan.store.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a real broker's compaction leaves, and topics that would lose letters. */
@ExtendWith(SharedBroker.class)
class CompactionTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static Broker broker;

  private final String topic = Broker.freshTopic();
  private int rounds;

  @BeforeAll
  static void useBroker(Broker shared) {
    broker = shared;
  }

  private void create(Map<String, String> settings)
      throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(broker.client())) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(settings))).all().get();
    }
  }

  @Test
  void purgedLettersGiveTheirSpaceBackAndTheRestSaysTheSame() throws Exception {
    create(
        Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.001",
            "delete.retention.ms", "100"));
    LetterStats stats;
    List<Letter> letters;
    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      for (int number = 0; number < 60; number++) {
        store.append(Samples.letter(number, number % 2 == 0 ? "" : "same"), LIMIT);
      }
      store.discard(Samples.id(2));
      store.claim(Samples.id(4), "me", Duration.ofDays(1));
      store.purge(LetterFilter.all().failedFrom(Samples.NOW.plusSeconds(10)));
      awaitCompaction(store);
      stats = store.stats();
      letters = all(store);
    }

    try (KafkaStore later = new KafkaStore(topic, broker.client())) {
      assertThat(later.stats()).isEqualTo(stats);
      assertThat(all(later)).isEqualTo(letters);
      assertThat(stats.received()).isEqualTo(60 + rounds);
    }
  }

  /** A segment is closed, and then compacted, when something is written after its time. */
  private void awaitCompaction(KafkaStore store) throws IOException {
    int before = records();
    while (records() > before / 2) {
      int number = 1000 + rounds++;
      store.append(Samples.letter(number, ""), LIMIT);
      store.purge(LetterFilter.all().failedFrom(Samples.NOW.plusSeconds(number)));
      assertThat(rounds).as("rounds without compaction").isLessThan(1000);
    }
  }

  private int records() {
    return broker.records(topic).size();
  }

  private static List<Letter> all(KafkaStore store) throws IOException {
    return store.list(LetterFilter.all(), null, Integer.MAX_VALUE);
  }

  @Test
  void aTopicThatDeletesIsRefused() throws Exception {
    create(Map.of("cleanup.policy", "delete"));

    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      assertThatThrownBy(() -> store.append(Samples.letter(1, ""), Duration.ofSeconds(3)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cleanup.policy=delete");
    }
  }

  @Test
  void aTopicThatWillRefuseLongLettersIsNamedAtOpening() throws Exception {
    create(Map.of("cleanup.policy", "compact", "max.message.bytes", "1048588"));

    assertThat(logWhenOpened(topic))
        .contains("The topic " + topic + " has max.message.bytes=1048588")
        .contains("68157440 is needed for all");
    assertThat(logWhenOpened(broker.freshTopics(1).get(0))).doesNotContain("max.message.bytes");
  }

  private static String logWhenOpened(String topic) throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      store.append(Samples.letter(1, ""), LIMIT);
    } finally {
      System.setErr(before);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutBrokersALetterIsRefusedWithinItsLimit() throws IOException {
    try (KafkaStore store = new KafkaStore(topic, Map.of("bootstrap.servers", "localhost:1"))) {
      assertThatThrownBy(() -> store.append(Samples.letter(1, ""), Duration.ofMillis(200)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no answer from the brokers within 200ms");
    }
  }

  @Test
  void withoutConfigurationTheMissingKeyIsNamed() throws IOException {
    try (KafkaStore store = new KafkaStore()) {
      assertThatThrownBy(() -> store.append(Samples.letter(1, ""), Duration.ofSeconds(2)))
          .hasMessageContaining("mulligan.store.kafka.bootstrap is not set");
    }
  }
}
