/** Dead letters in a topic of Apache Kafka. */
module dev.mulligan.store.kafka {
  requires transitive dev.mulligan.runtime;
  requires kafka.clients;
  requires static org.jspecify;
  requires org.slf4j;

  exports dev.mulligan.store.kafka;

  provides dev.mulligan.runtime.spi.DeadLetterStore with
      dev.mulligan.store.kafka.KafkaStore;
}
