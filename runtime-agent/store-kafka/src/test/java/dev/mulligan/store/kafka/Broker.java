package dev.mulligan.store.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker with its controller, in this process. */
final class Broker implements AutoCloseable {
  private final KafkaClusterTestKit cluster;

  private Broker(KafkaClusterTestKit cluster) {
    this.cluster = cluster;
  }

  static Broker start() {
    try {
      TestKitNodes nodes =
          new TestKitNodes.Builder()
              .setCombined(false)
              .setNumControllerNodes(1)
              .setNumBrokerNodes(1)
              .build();
      KafkaClusterTestKit cluster =
          new KafkaClusterTestKit.Builder(nodes)
              .setConfigProp("log.cleaner.backoff.ms", "100")
              .setConfigProp("log.cleaner.dedupe.buffer.size", "2000000")
              .setConfigProp("auto.create.topics.enable", "false")
              .build();
      cluster.format();
      cluster.startup();
      cluster.waitForReadyBrokers();
      return new Broker(cluster);
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not start", e);
    }
  }

  Map<String, Object> client() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
  }

  /** The name of a topic that there is not. */
  static String freshTopic() {
    return "letters-" + UUID.randomUUID();
  }

  /** Makes topics as the store does. */
  List<String> freshTopics(int count) {
    List<String> names = Stream.generate(Broker::freshTopic).limit(count).toList();
    Map<String, String> settings = Settings.of("any", client()).topicSettings();
    try (Admin admin = Admin.create(client())) {
      admin
          .createTopics(
              names.stream()
                  .map(name -> new NewTopic(name, 1, (short) 1).configs(settings))
                  .toList())
          .all()
          .get();
      return names;
    } catch (Exception e) {
      throw new IllegalStateException("the broker makes no topics", e);
    }
  }

  /** Reads all that a topic holds. */
  List<ConsumerRecord<String, String>> records(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> reader =
        new KafkaConsumer<>(client(), new StringDeserializer(), new StringDeserializer())) {
      reader.assign(List.of(partition));
      reader.seekToBeginning(List.of(partition));
      long end = reader.endOffsets(List.of(partition)).get(partition);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (reader.position(partition) < end) {
        records.addAll(reader.poll(Duration.ofMillis(100)).records(partition));
      }
      return records;
    }
  }

  /** Stops the broker; its letters stay on disk. */
  void stop() {
    cluster.brokers().get(0).shutdown();
    cluster.brokers().get(0).awaitShutdown();
  }

  /** Starts it again, at the same address. */
  void startAgain() {
    cluster.brokers().get(0).startup();
  }

  @Override
  public void close() {
    try {
      cluster.close();
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not stop", e);
    }
  }
}
