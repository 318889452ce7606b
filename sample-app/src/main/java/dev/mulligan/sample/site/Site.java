package dev.mulligan.sample.site;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Answers a request for a page: with the page, or with what the fault plan has for it. */
final class Site {
  /** The shortest wait that {@code Retry-After} can ask for, above zero. */
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  private final JavadocPages pages;
  private final FaultPlan plan;
  private final Duration slow;
  private final ConcurrentMap<String, Integer> requests = new ConcurrentHashMap<>();
  private volatile boolean faulty;

  Site(JavadocPages pages, FaultPlan plan, Duration slow) {
    this.pages = pages;
    this.plan = plan;
    this.slow = slow;
  }

  /** Turns the temporary faults on; requests are numbered from here. */
  void fallIll() {
    requests.clear();
    faulty = true;
  }

  /** Turns the temporary faults off. */
  void heal() {
    faulty = false;
  }

  Answer answer(String path) throws IOException {
    Fault fault = faultOf(path);
    return fault == null ? content(path) : answer(path, fault);
  }

  private @Nullable Fault faultOf(String path) {
    Fault temporary = faulty ? plan.temporary(path, requests.merge(path, 1, Integer::sum)) : null;
    // A host that is down cannot say that a page is forbidden, but a mere fault does not hide it.
    if (temporary != null && Host.of(path) == Host.CONCURRENT) {
      return temporary;
    }
    Fault lasting = plan.lasting(path);
    return lasting == null ? temporary : lasting;
  }

  private Answer answer(String path, Fault fault) throws IOException {
    return switch (fault) {
      case UNAVAILABLE -> Answer.Response.error(503);
      case UNAVAILABLE_FOR_SECONDS -> Answer.Response.error(503, retryAfterSeconds());
      case UNAVAILABLE_UNTIL_DATE -> Answer.Response.error(503, retryAfterDate());
      case TOO_MANY_REQUESTS -> Answer.Response.error(429, retryAfterSeconds());
      case RESET -> new Answer.Reset();
      case SLOW -> new Answer.Late(content(path), slow);
      case FORBIDDEN -> Answer.Response.error(403);
      case WITHDRAWN -> Answer.Response.error(404);
    };
  }

  private Answer.Response content(String path) throws IOException {
    byte[] body = pages.read(path);
    return body == null ? Answer.Response.error(404) : Answer.Response.page(body);
  }

  private static Map<String, String> retryAfterSeconds() {
    return Map.of("Retry-After", Long.toString(COME_BACK.toSeconds()));
  }

  private static Map<String, String> retryAfterDate() {
    Instant now = Clock.systemUTC().instant();
    return Map.of(
        "Date", HttpDate.format(now), "Retry-After", HttpDate.format(now.plus(COME_BACK)));
  }
}
