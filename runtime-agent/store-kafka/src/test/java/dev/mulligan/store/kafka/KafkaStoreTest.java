package dev.mulligan.store.kafka;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of stores, kept with a real broker. */
@ExtendWith(SharedBroker.class)
class KafkaStoreTest extends StoreContract {
  /** Made many at a time, which is faster than one by one. */
  private static final Deque<String> TOPICS = new ArrayDeque<>();

  private static final int AT_A_TIME = 100;

  private static Broker broker;

  private String topic = "";

  @BeforeAll
  static void useBroker(Broker shared) {
    broker = shared;
  }

  @Override
  protected DeadLetterStore open() {
    if (TOPICS.isEmpty()) {
      TOPICS.addAll(broker.freshTopics(AT_A_TIME));
    }
    topic = TOPICS.remove();
    return new KafkaStore(topic, broker.client());
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() {
    return Optional.of(new KafkaStore(topic, broker.client()));
  }
}
