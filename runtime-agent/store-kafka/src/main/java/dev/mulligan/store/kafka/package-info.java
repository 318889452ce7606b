/** Dead letters in a topic of Apache Kafka. */
@NullMarked
package dev.mulligan.store.kafka;

import org.jspecify.annotations.NullMarked;
