package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.Subscription;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.event.Switched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in a hurry writes one line into the configuration file. */
class SwitchByFileTest {
  @TempDir Path folder;

  private final BlockingQueue<Switched> switched = new LinkedBlockingQueue<>();
  private final AtomicInteger calls = new AtomicInteger();

  @AfterEach
  void withoutFile() {
    Mulligan.configure("mulligan.config", null);
  }

  private Object fail() throws IOException {
    throw new IOException("call " + calls.incrementAndGet());
  }

  @Test
  void aLineInTheFileSwitchesWithinATenthOfASecond() throws Exception {
    Path file = Files.writeString(folder.resolve("mulligan.properties"), "");
    Mulligan.configure("mulligan.config", file.toString());
    CodeGuard guard = Mulligan.retry(r -> r.name("hurried").delay("0ms")).build();
    long fastest = Long.MAX_VALUE;
    try (Subscription all =
        Mulligan.listen(
            event -> {
              if (event instanceof Switched one) {
                switched.add(one);
              }
            })) {
      // The machine may be busy with something else, but not each of ten times.
      for (int i = 0; i < 10; i++) {
        String line = i % 2 == 0 ? "mulligan.off = policy:hurried" : "";
        long begin = System.nanoTime();
        Files.writeString(file, line);
        assertThat(switched.poll(20, TimeUnit.SECONDS)).isNotNull();
        fastest = Math.min(fastest, System.nanoTime() - begin);
      }
    }
    assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(100));

    Files.writeString(file, "mulligan.off = policy:hurried");
    Config.reload();
    assertThatThrownBy(() -> guard.call(this::fail)).hasMessage("call 1");
    Files.writeString(file, "");
    Config.reload();
    assertThatThrownBy(() -> guard.call(this::fail)).hasMessage("call 4");
  }

  @Test
  void whatTheProgramSwitchesOnWinsOverTheFile() throws Exception {
    Path file = folder.resolve("mulligan.properties");
    Files.writeString(file, "mulligan.enabled = false\nmulligan.off = policy:stronger, class:x.*");
    Mulligan.configure("mulligan.config", file.toString());
    try {
      CodeGuard guard = Mulligan.retry(r -> r.name("stronger").delay("0ms")).build();
      assertThatThrownBy(() -> guard.call(this::fail)).hasMessage("call 1");
      assertThat(Mulligan.switches().list()).containsExactly("all", "class:x.*", "policy:stronger");

      Mulligan.switches().on("all");
      assertThatThrownBy(() -> guard.call(this::fail)).hasMessage("call 2");
      Mulligan.switches().on("policy:stronger");
      assertThatThrownBy(() -> guard.call(this::fail)).hasMessage("call 5");
      assertThat(Mulligan.switches().list()).containsExactly("class:x.*");
    } finally {
      Mulligan.configure("mulligan.enabled", null);
      Mulligan.configure("mulligan.off", null);
    }
  }

  @Test
  void aBlockOfCodeThatIsOffRunsAsItIs() {
    CodeGuard guard = Mulligan.timeout(t -> t.value("1s")).build();
    Mulligan.configure("mulligan.off", "all; nonsense");
    try {
      assertThat(guard.call(Thread::currentThread)).isSameAs(Thread.currentThread());
      Mulligan.configure("mulligan.off", "class:*, loader:*");
      assertThat(guard.call(Thread::currentThread)).isNotSameAs(Thread.currentThread());
    } finally {
      Mulligan.configure("mulligan.off", null);
    }
  }
}
