package dev.mulligan.store.kafka;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates the topic, and looks whether it is one that keeps letters. */
final class Topic {
  private static final Logger LOG = LoggerFactory.getLogger(Topic.class);

  static final String POLICY = "cleanup.policy";
  static final String LONGEST_RECORD = "max.message.bytes";

  private Topic() {}

  /**
   * Creates the topic if it is missing.
   *
   * @throws IOException if it cannot be created, or would delete letters
   */
  static void prepare(Admin admin, Settings settings) throws IOException {
    try {
      if (!create(admin, settings)) {
        check(admin, settings.topic());
      }
    } catch (ExecutionException e) {
      throw new IOException("the topic " + settings.topic() + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (RuntimeException e) {
      throw new IOException("the topic " + settings.topic() + ": " + e, e);
    }
  }

  private static boolean create(Admin admin, Settings settings)
      throws ExecutionException, InterruptedException {
    NewTopic topic =
        new NewTopic(
                settings.topic(),
                Optional.of(1),
                Optional.of(settings.replication()).filter(brokers -> brokers > 0))
            .configs(settings.topicSettings());
    try {
      admin.createTopics(List.of(topic)).all().get();
      LOG.info("Created the topic {} for dead letters", settings.topic());
      return true;
    } catch (ExecutionException e) {
      // Whoever may not create topics may still use one.
      if (!(e.getCause() instanceof TopicExistsException)
          && !(e.getCause() instanceof AuthorizationException)) {
        throw e;
      }
      return false;
    }
  }

  private static void check(Admin admin, String topic)
      throws ExecutionException, InterruptedException, IOException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config config;
    try {
      config =
          Objects.requireNonNull(
              admin.describeConfigs(List.of(resource)).all().get().get(resource));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AuthorizationException) {
        LOG.warn(
            "May not look whether the topic {} is compacted, deletes nothing and takes {} = {}",
            topic,
            LONGEST_RECORD,
            Settings.LONGEST_RECORD);
        return;
      }
      throw e;
    }
    checkPolicy(topic, config.get(POLICY).value());
    checkLongest(topic, config.get(LONGEST_RECORD).value());
  }

  private static void checkPolicy(String topic, String policy) throws IOException {
    if (!policy.equals("compact")) {
      throw new IOException(
          "the topic "
              + topic
              + " has cleanup.policy="
              + policy
              + ": it must be compact, or"
              + " letters would be deleted");
    }
  }

  /** Most letters are short: what is too long for the topic stays in the spool. */
  private static void checkLongest(String topic, String bytes) {
    if (Long.parseLong(bytes) < Settings.LONGEST_RECORD) {
      LOG.warn(
          "The topic {} has {}={}, and refuses letters that are longer when they are compressed;"
              + " {} is needed for all",
          topic,
          LONGEST_RECORD,
          bytes,
          Settings.LONGEST_RECORD);
    }
  }
}
