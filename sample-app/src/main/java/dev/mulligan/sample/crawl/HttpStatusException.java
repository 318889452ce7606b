package dev.mulligan.sample.crawl;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** The server answered with a status other than 200. */
public final class HttpStatusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String retryAfter;
  private final @Nullable String date;

  /**
   * Creates the exception.
   *
   * @param retryAfter the header {@code Retry-After}, or null
   * @param date the header {@code Date}, or null
   */
  public HttpStatusException(
      URI uri, int status, @Nullable String retryAfter, @Nullable String date) {
    super("HTTP " + status + " for " + uri);
    this.status = status;
    this.retryAfter = retryAfter;
    this.date = date;
  }

  static HttpStatusException of(HttpResponse<?> response) {
    return new HttpStatusException(
        response.uri(),
        response.statusCode(),
        response.headers().firstValue("Retry-After").orElse(null),
        response.headers().firstValue("Date").orElse(null));
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** When the server wants to be asked again, in either form, or null. */
  public @Nullable String retryAfter() {
    return retryAfter;
  }

  /** The server's own time, or null. */
  public @Nullable String date() {
    return date;
  }
}
