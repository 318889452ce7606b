package dev.mulligan.sample.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.spi.FailureClassifier;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class HttpStatusClassifierTest {
  private static final URI PAGE = URI.create("http://127.0.0.1/index.html");
  private final HttpStatusClassifier classifier = new HttpStatusClassifier();

  @Test
  void mulliganFindsTheClassifier() {
    assertThat(ServiceLoader.load(FailureClassifier.class))
        .hasOnlyElementsOfType(HttpStatusClassifier.class)
        .isNotEmpty();
  }

  @Test
  void aStatusDecidesTheTypeOfFailure() {
    assertThat(classify(503, null, null)).isEqualTo(Classification.of(FailureType.TRANSIENT));
    assertThat(classify(403, null, null)).isEqualTo(Classification.of(FailureType.AUTHENTICATION));
    assertThat(classify(404, null, null)).isEqualTo(Classification.of(FailureType.PERMANENT));
  }

  @Test
  void retryAfterMayBeSeconds() {
    assertThat(classify(429, "7", null))
        .isEqualTo(new Classification(FailureType.RATE_LIMITED, Duration.ofSeconds(7)));
  }

  @Test
  void retryAfterMayBeADateOnTheServersOwnClock() {
    // 08:49:37 + 90 s = 08:51:07
    assertThat(classify(503, "Sun, 06 Nov 1994 08:51:07 GMT", "Sun, 06 Nov 1994 08:49:37 GMT"))
        .isEqualTo(new Classification(FailureType.TRANSIENT, Duration.ofSeconds(90)));
  }

  @Test
  void otherFailuresAreLeftToTheBuiltInRules() {
    assertThat(classifier.classify(new IOException("Connection reset"))).isNull();
  }

  private Classification classify(int status, String retryAfter, String date) {
    return classifier.classify(new HttpStatusException(PAGE, status, retryAfter, date));
  }
}
