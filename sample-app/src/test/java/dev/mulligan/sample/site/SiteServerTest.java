package dev.mulligan.sample.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.mulligan.sample.crawl.HttpStatusException;
import dev.mulligan.sample.crawl.PageClient;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SiteServerTest {
  private static final FaultPlan PLAN = new FaultPlan(2026);
  private static final int ALL = Integer.MAX_VALUE;

  private final PageClient client = new PageClient(Duration.ofSeconds(30));
  private SiteServer site;

  @BeforeEach
  void start() throws IOException {
    site = SiteServer.start(ALL, PLAN, Duration.ofMillis(600));
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void aHealthySiteServesPagesWithTheirLinks() throws Exception {
    assertThat(client.get(site.map().entry()).links())
        .contains("index-all.html", "com/google/common/base/package-summary.html");
  }

  @Test
  void aPageThatIsUnavailableMaySayForHowManySeconds() throws Exception {
    assertFailure(Fault.UNAVAILABLE)
        .returns(503, HttpStatusException::status)
        .returns(null, HttpStatusException::retryAfter);
    assertFailure(Fault.UNAVAILABLE_FOR_SECONDS)
        .returns(503, HttpStatusException::status)
        .returns("1", HttpStatusException::retryAfter);
    assertFailure(Fault.TOO_MANY_REQUESTS)
        .returns(429, HttpStatusException::status)
        .returns("1", HttpStatusException::retryAfter);
  }

  @Test
  void aPageThatIsUnavailableMaySayUntilWhatDate() throws Exception {
    assertFailure(Fault.UNAVAILABLE_UNTIL_DATE)
        .returns(503, HttpStatusException::status)
        .extracting(HttpStatusException::retryAfter, HttpStatusException::date)
        .allSatisfy(date -> assertThat(date.toString()).endsWith(" GMT"));
  }

  @Test
  void aResetBreaksTheConnection() {
    site.fallIll();

    assertThatThrownBy(() -> client.get(first(Fault.RESET)))
        .isInstanceOf(IOException.class)
        .hasRootCauseInstanceOf(SocketException.class)
        .hasRootCauseMessage("Connection reset");
  }

  @Test
  void aSlowAnswerComesAfterTheTimeout() {
    site.fallIll();

    assertThatThrownBy(() -> new PageClient(Duration.ofMillis(200)).get(first(Fault.SLOW)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void healingLeavesWhatIsForbiddenOrWithdrawn() throws Exception {
    site.fallIll();
    URI unavailable = first(Fault.UNAVAILABLE);
    assertThatThrownBy(() -> client.get(unavailable)).isInstanceOf(HttpStatusException.class);

    site.heal();

    assertThat(client.get(unavailable).links()).isNotEmpty();
    assertFailure(lasting(Fault.FORBIDDEN)).returns(403, HttpStatusException::status);
    assertFailure(lasting(Fault.WITHDRAWN)).returns(404, HttpStatusException::status);
  }

  @Test
  void aLinkToAPageThatIsNotThereIsBroken() throws Exception {
    assertFailure(site.map().locate("no/such/Page.html")).returns(404, HttpStatusException::status);
  }

  @Test
  void pagesBeyondTheLimitAreOutsideOfTheSite() throws Exception {
    try (SiteServer small = SiteServer.start(10, PLAN, Duration.ZERO)) {
      assertThat(small.map().locate("index-all.html")).isNotNull();
      assertThat(small.map().locate("com/google/common/base/Joiner.html")).isNull();
    }
  }

  @Test
  void eachHostHasAnAddressOfItsOwn() {
    List<URI> addresses =
        List.of(
            site.map().entry(),
            site.map().locate("com/google/common/collect/Lists.html"),
            site.map().locate("com/google/common/util/concurrent/Futures.html"));

    assertThat(addresses).extracting(URI::getAuthority).doesNotHaveDuplicates();
    assertThat(addresses)
        .extracting(address -> site.map().hostName(address.getAuthority()))
        .containsExactly("front", "collect", "concurrent");
  }

  private ObjectAssert<HttpStatusException> assertFailure(Fault fault) throws IOException {
    site.fallIll();
    return assertFailure(first(fault));
  }

  private ObjectAssert<HttpStatusException> assertFailure(URI uri) {
    return assertThatThrownBy(() -> client.get(uri)).asInstanceOf(type(HttpStatusException.class));
  }

  /** A page whose first request meets this fault. */
  private URI first(Fault fault) throws IOException {
    return page(path -> PLAN.temporary(path, 1) == fault && PLAN.lasting(path) == null);
  }

  private URI lasting(Fault fault) throws IOException {
    return page(path -> PLAN.lasting(path) == fault);
  }

  private URI page(Predicate<String> wanted) throws IOException {
    try (JavadocPages pages = JavadocPages.open()) {
      return site.map().locate(pages.paths().stream().filter(wanted).findFirst().orElseThrow());
    }
  }
}
