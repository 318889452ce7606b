package dev.mulligan.sample.site;

import java.time.Duration;
import java.util.Map;

/** What a host does with a request. */
sealed interface Answer {
  /** Sends a status and a body. Never compared, hence the array. */
  @SuppressWarnings("ArrayRecordComponent")
  record Response(int status, Map<String, String> headers, byte[] body) implements Answer {
    static Response page(byte[] body) {
      return new Response(200, Map.of("Content-Type", "text/html; charset=utf-8"), body);
    }

    static Response error(int status) {
      return error(status, Map.of());
    }

    static Response error(int status, Map<String, String> headers) {
      return new Response(status, headers, new byte[0]);
    }
  }

  /** Sends the same, but late. */
  record Late(Response response, Duration delay) implements Answer {}

  /** Sends the first bytes and resets the connection. */
  record Reset() implements Answer {}
}
