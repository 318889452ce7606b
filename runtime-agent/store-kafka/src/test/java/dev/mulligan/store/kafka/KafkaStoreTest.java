package dev.mulligan.store.kafka;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.testkit.StoreContract;
import java.util.Optional;

/** The contract of stores, kept with a real broker. */
class KafkaStoreTest extends StoreContract {
  private String topic = "";

  @Override
  protected DeadLetterStore open() {
    topic = Broker.freshTopic();
    return new KafkaStore(topic, Broker.shared().client());
  }

  @Override
  protected Optional<DeadLetterStore> openAgain() {
    return Optional.of(new KafkaStore(topic, Broker.shared().client()));
  }
}
