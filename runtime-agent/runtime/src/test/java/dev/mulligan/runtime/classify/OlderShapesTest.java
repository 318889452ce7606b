package dev.mulligan.runtime.classify;

import static dev.mulligan.annotations.FailureType.RATE_LIMITED;
import static dev.mulligan.annotations.FailureType.SYSTEM;
import static dev.mulligan.annotations.FailureType.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.spi.Classification;
import dev.mulligan.runtime.time.Time;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Releases whose classes cannot be on one class path with the newest ones: the same methods. */
class OlderShapesTest {
  private static final String REST_CLIENT =
      "org.springframework.web.client.RestClientResponseException";

  @AfterEach
  void putTimeBack() {
    Time.uninstall();
  }

  /** Spring 5's enum. */
  public enum Status {
    TOO_MANY_REQUESTS(429),
    SERVICE_UNAVAILABLE(503);

    private final int value;

    Status(int value) {
      this.value = value;
    }

    public int value() {
      return value;
    }
  }

  /** Spring 5's headers are a map. */
  public static class Headers {
    public String getFirst(String name) {
      return Map.of("Retry-After", "7").get(name);
    }
  }

  /** Spring 5's {@code HttpStatusCodeException}. */
  public static class StatusCodeException extends RuntimeException {
    public Status getStatusCode() {
      return Status.TOO_MANY_REQUESTS;
    }

    public int getRawStatusCode() {
      return 429;
    }

    public Headers getResponseHeaders() {
      return new Headers();
    }
  }

  @Test
  void spring5sStatusIsAnEnum() {
    assertThat(judged(REST_CLIENT, new StatusCodeException()))
        .isEqualTo(new Classification(RATE_LIMITED, Duration.ofSeconds(7)));
  }

  /** Spring 5's answer to a status that its enum lacks; it may also have no headers. */
  public static class UnknownStatusException extends RuntimeException {
    public Status getStatusCode() {
      throw new IllegalArgumentException("No matching constant for [599]");
    }

    public int getRawStatusCode() {
      return 599;
    }

    public Headers getResponseHeaders() {
      return null;
    }
  }

  @Test
  void anAccessorThatThrowsLeavesTheNextOne() {
    assertThat(judged(REST_CLIENT, new UnknownStatusException()))
        .isEqualTo(Classification.of(SYSTEM));
  }

  /** Spring 5's {@code ResponseStatusException}. */
  public static class ServerSideException extends RuntimeException {
    public Status getStatus() {
      return Status.SERVICE_UNAVAILABLE;
    }

    public Headers getResponseHeaders() {
      return new Headers();
    }
  }

  @Test
  void spring5sServerSideStatusHasAnotherName() {
    assertThat(
            judged(
                "org.springframework.web.server.ResponseStatusException",
                new ServerSideException()))
        .isEqualTo(new Classification(TRANSIENT, Duration.ofSeconds(7)));
  }

  /** The response of {@code javax.ws.rs}, by an internal class of the implementation. */
  private static final class InternalResponse extends PublicResponse {
    @Override
    public int getStatus() {
      return 503;
    }
  }

  /** What the implementation extends. */
  public abstract static class PublicResponse {
    public abstract int getStatus();

    public Optional<String> getHeaderString(String name) {
      return Optional.of("8").filter(value -> name.equals("Retry-After"));
    }
  }

  /** An exception of {@code javax.ws.rs}. */
  public static class JavaxException extends RuntimeException {
    public PublicResponse getResponse() {
      return new InternalResponse();
    }
  }

  @Test
  void javaxIsLikeJakarta() {
    assertThat(judged("javax.ws.rs.WebApplicationException", new JavaxException()))
        .isEqualTo(new Classification(TRANSIENT, Duration.ofSeconds(8)));
  }

  /** Feign's {@code RetryableException} before release 13. */
  public static class DateException extends RuntimeException {
    public int status() {
      return 503;
    }

    public Date retryAfter() {
      return Date.from(Time.now().plusSeconds(9));
    }
  }

  /** The same at another time, or at none. */
  public static class OtherDateException extends DateException {
    private final Instant until;

    OtherDateException(Instant until) {
      this.until = until;
    }

    @Override
    public Date retryAfter() {
      return until == null ? null : Date.from(until);
    }
  }

  @Test
  void feignsDateIsComparedWithTheClock() {
    VirtualTime.install();

    assertThat(judged("feign.RetryableException", new DateException()))
        .isEqualTo(new Classification(TRANSIENT, Duration.ofSeconds(9)));
    assertThat(
            judged("feign.RetryableException", new OtherDateException(Time.now().minusSeconds(9))))
        .isEqualTo(Classification.of(TRANSIENT));
    assertThat(judged("feign.RetryableException", new OtherDateException(null)))
        .isEqualTo(Classification.of(TRANSIENT));
  }

  private static Classification judged(String rule, Throwable failure) {
    return HttpLibraries.RULES.get(rule).of(failure).classification();
  }
}
