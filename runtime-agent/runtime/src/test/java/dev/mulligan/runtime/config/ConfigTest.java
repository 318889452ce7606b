package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.ConfigurationChanged;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.MulliganListener;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  private static final String KEY = "mulligan.config-test.retry.delay";
  private static final String SECRET = "mulligan.config-test.password";

  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty("mulligan.config");
    Config.set(KEY, null);
    Config.set(SECRET, null);
    Config.reload();
  }

  @Test
  void aViewAnswersFromTheCurrentValues() throws IOException {
    Path file = Files.writeString(folder.resolve("values"), KEY + " = 1ms");
    System.setProperty("mulligan.config", file.toString());
    Config config = Config.of(getClass().getClassLoader());
    assertThat(config.get(KEY)).isEqualTo("1ms");

    Files.writeString(file, KEY + " = 2ms");
    Config.reload();
    assertThat(config.get(KEY)).isEqualTo("2ms");
    assertThat(config.resolve("${" + KEY + ":9ms}")).isEqualTo("2ms");
    assertThat(Config.defaults("${" + KEY + ":9ms} ${x}")).isEqualTo("9ms ${x}");
    assertThat(config.overrides("config-test", "Retry", Set.of("delay")))
        .containsEntry("delay", "2ms");
    assertThat(config.keys("mulligan.config-test.")).containsExactly(KEY);
    assertThat(Config.of(getClass().getClassLoader())).isSameAs(config);
  }

  @Test
  void everyChangeIsAnEventAndSecretsAreHidden() {
    List<MulliganEvent> events = new ArrayList<>();
    MulliganListener listener = events::add;
    Events.add(listener);
    try {
      Config.set(KEY, "1ms");
      Config.set(KEY, "2ms");
      Config.set(SECRET, "hunter2");
      Config.set(KEY, null);
    } finally {
      Events.remove(listener);
    }
    assertThat(events)
        .containsExactly(
            new ConfigurationChanged(KEY, null, "1ms"),
            new ConfigurationChanged(KEY, "1ms", "2ms"),
            new ConfigurationChanged(SECRET, null, "***"),
            new ConfigurationChanged(KEY, "2ms", null));
  }

  @Test
  void aListenerThatIsRemovedIsNotTold() {
    List<Set<String>> told = new ArrayList<>();
    Config.Listener listener = told::add;
    Config.onChange(listener);
    Config.set(KEY, "1ms");
    Config.removeListener(listener);
    Config.set(KEY, "2ms");
    assertThat(told).containsExactly(Set.of(KEY));
  }

  @Test
  void theThreadSeesAChangeByItself() throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("values"), KEY + " = 1ms");
    System.setProperty("mulligan.config", file.toString());
    Config config = Config.of(null);
    assertThat(config.get(KEY)).isEqualTo("1ms");
    CountDownLatch seen = new CountDownLatch(1);
    AtomicReference<Thread> by = new AtomicReference<>();
    Config.Listener listener =
        keys -> {
          if (keys.contains(KEY)) {
            by.set(Thread.currentThread());
            seen.countDown();
          }
        };
    Config.onChange(listener);

    Files.writeString(file, KEY + " = 2000ms");
    assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
    Config.removeListener(listener);

    assertThat(config.get(KEY)).isEqualTo("2000ms");
    assertThat(by.get().getName()).isEqualTo("mulligan-config");
    assertThat(by.get().isDaemon()).isTrue();
    assertThat(by.get().getContextClassLoader()).isSameAs(Config.class.getClassLoader());
  }

  @Test
  void everyLoaderHasItsOwnClassPathAndIsNotKeptAlive() throws IOException {
    Files.writeString(folder.resolve("mulligan.properties"), KEY + " = 3ms");
    URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
    Config config = Config.of(loader);
    assertThat(config.get(KEY)).isEqualTo("3ms");
    assertThat(Config.of(null).get(KEY)).isNull();
    assertThat(Config.allKeys("mulligan.config-test.")).containsExactly(KEY);

    WeakReference<ClassLoader> gone = new WeakReference<>(loader);
    loader.close();
    loader = null;
    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
    assertThat(config.get(KEY)).isEqualTo("3ms");
  }

  @Test
  void aListenerIsNotKeptAlive() {
    Config.Listener listener =
        new Config.Listener() {
          @Override
          public void changed(Set<String> keys) {
            throw new IllegalStateException("not for long");
          }
        };
    Config.onChange(listener);
    WeakReference<Config.Listener> gone = new WeakReference<>(listener);
    listener = null;
    for (int i = 0; i < 100 && gone.get() != null; i++) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }

  @Test
  void aMisspeltKeyIsAProblem() {
    Config.set("mulligan.diri", "x");
    try {
      assertThat(KnownKeys.problems())
          .contains("Nothing is called mulligan.diri; did you mean mulligan.dir?");
    } finally {
      Config.set("mulligan.diri", null);
    }
  }
}
