package dev.mulligan.store.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterStats;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Letters that come in again after they were purged, as from the spool of a process that did not
 * hear that they were kept.
 */
@ExtendWith(SharedBroker.class)
class PurgedLetterTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static Broker broker;

  private final String topic = Broker.freshTopic();

  @BeforeAll
  static void useBroker(Broker shared) {
    broker = shared;
  }

  @Test
  void whatWasReplayedAndPurgedIsNotKeptAgain() throws IOException {
    Letter host = Samples.letter(1, "same");
    Letter joined = Samples.letter(2, "same");
    LetterStats before;
    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      store.append(host, LIMIT);
      store.append(joined, LIMIT);
      Letter claimed = store.claim(host.id(), "me", LIMIT).orElseThrow();
      store.settle(host.id(), claimed.status().token(), Settlement.REPLAYED);
      assertThat(store.purge(LetterFilter.all())).isEqualTo(1);
      before = store.stats();
    }

    // One that has read no more than what was not erased.
    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      assertThat(store.append(host, LIMIT)).isEqualTo(host);
      assertThat(store.append(joined, LIMIT)).isEqualTo(joined);

      assertThat(store.list(LetterFilter.all(), null, 10)).isEmpty();
      assertThat(store.stats()).isEqualTo(before);
      assertThat(before.received()).isEqualTo(2);
    }
  }

  @Test
  void whatWasPurgedLongAgoIsForgottenAndItsLastRecordsErased() throws Exception {
    Letter letter = Samples.letter(1, "");
    try (KafkaStore store = new KafkaStore(topic, broker.client())) {
      store.append(letter, LIMIT);
      Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
      write(letter.id(), new Change.Remove(longAgo, 1, longAgo, List.of()));
      assertThat(store.append(letter, LIMIT)).isEqualTo(letter);
      assertThat(store.find(letter.id())).isEmpty();

      store.purge(LetterFilter.all());
      assertThat(left()).anyMatch(line -> line.key().startsWith(letter.id()));
      store.purge(LetterFilter.all());

      assertThat(left()).allMatch(line -> line.key().startsWith(Key.COUNTERS));
      store.append(letter, LIMIT);
      assertThat(store.find(letter.id())).contains(letter);
      assertThat(store.stats().received()).isEqualTo(2);
    }
  }

  private void write(String id, Change change) throws Exception {
    Properties client = new Properties();
    client.putAll(broker.client());
    try (Producer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      ProducerRecord<String, String> one =
          new ProducerRecord<>(topic, 0, Key.fresh(id).toString(), change.text());
      assertThat(Objects.requireNonNull(producer.send(one).get()).hasOffset()).isTrue();
    }
  }

  private List<Log.Line> left() {
    Log log = new Log();
    broker.records(topic).forEach(one -> log.append(one.key(), one.value()));
    return log.left();
  }
}
