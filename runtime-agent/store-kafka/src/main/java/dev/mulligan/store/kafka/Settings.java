package dev.mulligan.store.kafka;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.policy.Durations;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Which topic, and how to reach it. Immutable.
 *
 * @param topic the name of the topic
 * @param replication on how many brokers a new topic is kept; -1 for the broker's default
 * @param patience how long an answer may take, where the caller gives no limit
 * @param client properties of Kafka's clients
 */
record Settings(String topic, short replication, Duration patience, Map<String, Object> client) {
  static final String PREFIX = "mulligan.store.kafka.";
  static final String DEFAULT_TOPIC = "mulligan-letters";
  static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);
  static final short BROKERS_CHOICE = -1;

  /** The longest letter there may be; as long as {@code LetterJson} reads it. */
  static final int LONGEST = 64 << 20;

  /** Keys and what else stands around a letter. */
  private static final int FRAME = 1 << 20;

  /** What a topic must take, so that it takes every letter. */
  static final int LONGEST_RECORD = LONGEST + FRAME;

  private static final int RETRY_MILLIS = 100;
  private static final int SLOWEST_RETRY_MILLIS = 1000;

  Settings {
    client = Map.copyOf(client);
  }

  static Settings of(String topic, Map<?, ?> client) {
    Map<String, Object> copy = new HashMap<>();
    client.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return new Settings(topic, BROKERS_CHOICE, DEFAULT_PATIENCE, copy);
  }

  /**
   * Reads the configuration.
   *
   * @throws IOException if it is not complete, or wrong
   */
  static Settings configured() throws IOException {
    String bootstrap = value("bootstrap");
    String file = value("properties");
    Map<String, Object> client = new HashMap<>();
    if (file != null) {
      read(file).forEach((key, value) -> client.put(String.valueOf(key), value));
    }
    if (bootstrap != null) {
      client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    }
    if (!client.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new IOException(PREFIX + "bootstrap is not set: the brokers, as host:port,host:port");
    }
    String topic = Objects.requireNonNullElse(value("topic"), DEFAULT_TOPIC);
    return new Settings(topic, readReplication(), readPatience(), client);
  }

  private static @Nullable String value(String name) {
    return Mulligan.configured(PREFIX + name);
  }

  private static Properties read(String file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      properties.load(reader);
    } catch (IllegalArgumentException e) {
      throw new IOException(PREFIX + "properties = " + file + " cannot be read", e);
    }
    return properties;
  }

  private static short readReplication() throws IOException {
    String text = value("replication");
    try {
      return text == null ? BROKERS_CHOICE : Short.parseShort(text.strip());
    } catch (NumberFormatException e) {
      throw new IOException(PREFIX + "replication = " + text + " is not a number of brokers", e);
    }
  }

  private static Duration readPatience() throws IOException {
    String text = value("timeout");
    try {
      return text == null ? DEFAULT_PATIENCE : Durations.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IOException(PREFIX + "timeout = " + text + " " + e.getMessage(), e);
    }
  }

  private int patienceMillis() {
    return (int) Math.max(1, Math.min(patience.toMillis(), Integer.MAX_VALUE));
  }

  Map<String, Object> common() {
    Map<String, Object> all = new HashMap<>(client);
    all.putIfAbsent(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, RETRY_MILLIS);
    all.putIfAbsent(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, SLOWEST_RETRY_MILLIS);
    all.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, patienceMillis());
    return all;
  }

  Map<String, Object> administrator() {
    Map<String, Object> all = common();
    all.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis());
    return all;
  }

  Map<String, Object> producer() {
    Map<String, Object> all = common();
    all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
    all.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, patienceMillis());
    all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * patienceMillis());
    all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) LONGEST_RECORD);
    all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LONGEST_RECORD);
    // What the promise of the store rests on is not for the configuration to change.
    all.put(ProducerConfig.ACKS_CONFIG, "all");
    all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return all;
  }

  Map<String, Object> consumer() {
    Map<String, Object> all = common();
    all.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, patienceMillis());
    all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    // A topic that is shorter than it was is another one: everything must be read again.
    all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return all;
  }

  /** What a new topic is like. */
  Map<String, String> topicSettings() {
    return Map.of(Topic.POLICY, "compact", Topic.LONGEST_RECORD, String.valueOf(LONGEST_RECORD));
  }
}
