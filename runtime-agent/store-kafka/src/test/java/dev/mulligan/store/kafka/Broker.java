package dev.mulligan.store.kafka;

import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker with its controller, in this process. */
final class Broker implements AutoCloseable {
  private static final Broker SHARED = start();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(SHARED::close));
  }

  private final KafkaClusterTestKit cluster;

  private Broker(KafkaClusterTestKit cluster) {
    this.cluster = cluster;
  }

  /** Gives the one that tests share which do not stop it. */
  static Broker shared() {
    return SHARED;
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

  KafkaClusterTestKit cluster() {
    return cluster;
  }

  Map<String, Object> client() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
  }

  /** The name of a topic that there is not. */
  static String freshTopic() {
    return "letters-" + UUID.randomUUID();
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
