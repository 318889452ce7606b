package dev.mulligan.sample.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FrontierTest {
  private static final URI FIRST = URI.create("http://127.0.0.1/first.html");
  private static final URI SECOND = URI.create("http://127.0.0.1/second.html");
  private final Frontier frontier = new Frontier();

  @Test
  void anAddressIsHandedOutOnce() throws Exception {
    frontier.add(FIRST);
    frontier.add(FIRST);

    assertThat(frontier.take()).isEqualTo(FIRST);
    frontier.done();
    frontier.add(FIRST);
    assertThat(frontier.take()).isNull();
  }

  @Test
  void anIdleWorkerGetsWhatABusyOneFinds() throws Exception {
    frontier.add(FIRST);
    frontier.take();
    CompletableFuture<URI> idle = CompletableFuture.supplyAsync(this::take);

    frontier.add(SECOND);

    assertThat(idle.get(10, TimeUnit.SECONDS)).isEqualTo(SECOND);
  }

  @Test
  void anIdleWorkerIsSentHomeWhenTheLastBusyOneIsDone() throws Exception {
    frontier.add(FIRST);
    frontier.take();
    CompletableFuture<URI> idle = CompletableFuture.supplyAsync(this::take);

    frontier.done();

    assertThat(idle.get(10, TimeUnit.SECONDS)).isNull();
  }

  private URI take() {
    try {
      return frontier.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
