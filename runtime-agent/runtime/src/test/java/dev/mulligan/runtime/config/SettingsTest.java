package dev.mulligan.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.config.Settings.Look;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String KEY = "mulligan.settings-test.retry.delay";

  @TempDir Path folder;

  private final Settings settings =
      new Settings(Map.of("MULLIGAN_SETTINGS_TEST_RETRY_DELAY", "environment", "OTHER", "other"));
  private final Config config =
      new Config(settings, Map.of(KEY, "class path", "own", "class path"));
  private final List<Set<String>> told = new ArrayList<>();
  private final Config.Listener listener = told::add;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("mulligan.properties");
    System.setProperty("mulligan.config", file.toString());
    settings.listeners().add(listener);
  }

  @AfterEach
  void forget() {
    System.clearProperty("mulligan.config");
    System.clearProperty(KEY);
    System.clearProperty("settings-test.placeholder");
  }

  @Test
  void theStrongestSourceWins() throws IOException {
    Files.writeString(file, "own = file");
    settings.load();
    assertThat(config.get("own")).isEqualTo("file");
    assertThat(config.get("other")).isEqualTo("other");
    assertThat(config.get(KEY)).isEqualTo("environment");

    System.setProperty(KEY, "property");
    assertThat(config.get(KEY)).isEqualTo("property");

    settings.set(KEY, "set");
    assertThat(config.get(KEY)).isEqualTo("set");
    assertThat(config.overrides("settings-test", "Retry", Set.of("delay", "jitter")))
        .containsExactly(Map.entry("delay", "set"));

    settings.set(KEY, null);
    assertThat(config.get(KEY)).isEqualTo("property");
    assertThat(config.get("")).isNull();
    assertThat(config.get("nowhere")).isNull();
  }

  @Test
  void aChangedFileIsToldWithItsKeys() throws IOException {
    Files.writeString(file, "a = 1\nb = 1\nc = 1");
    settings.load();
    assertThat(told).isEmpty();

    Files.writeString(file, "a = 2\nb = 1\nd = 1");
    settings.refresh(Look.NOW);

    assertThat(told).containsExactly(Set.of("a", "c", "d"));
    assertThat(config.get("a")).isEqualTo("2");
    assertThat(config.get("c")).isNull();
  }

  @Test
  void whatAStrongerSourceHidesIsNoChange() throws IOException {
    Files.writeString(file, KEY + " = 1");
    settings.load();
    Files.writeString(file, KEY + " = 2");
    settings.refresh(Look.NOW);
    assertThat(told).isEmpty();
  }

  @Test
  void systemPropertiesAndPlaceholdersAreWatched() {
    settings.load();
    assertThat(config.resolve("${settings-test.placeholder:5ms}")).isEqualTo("5ms");

    System.setProperty("settings-test.placeholder", "7ms");
    System.setProperty("settings-test.unasked", "x");
    System.setProperty(KEY, "property");
    settings.refresh(Look.AT_CHANGES);
    System.clearProperty("settings-test.unasked");

    assertThat(told).containsExactly(Set.of(KEY, "settings-test.placeholder"));
    assertThat(config.resolve("${settings-test.placeholder:5ms}")).isEqualTo("7ms");
  }

  @Test
  void aPlaceholderThatHasAValueWhenItIsFirstAskedForHasNotChanged() {
    settings.load();
    System.setProperty("settings-test.placeholder", "7ms");
    config.resolve("${settings-test.placeholder}");
    settings.refresh(Look.AT_CHANGES);
    assertThat(told).isEmpty();
  }

  @Test
  void settingAValueTellsOnceAndAtOnce() {
    settings.set("own", "set");
    settings.set("own", "set");
    assertThat(told).containsExactly(Set.of("own"));
    settings.set("own", null);
    assertThat(told).hasSize(2);
    assertThat(config.get("own")).isEqualTo("class path");
  }

  @Test
  void anotherFileIsReadWhenItIsNamed() throws IOException {
    Files.writeString(file, "a = 1");
    Path other = Files.writeString(folder.resolve("other"), "a = 2");
    settings.load();

    System.setProperty("mulligan.config", other.toString());
    settings.load();
    assertThat(config.get("a")).isEqualTo("2");

    System.clearProperty("mulligan.config");
    settings.load();
    assertThat(config.get("a")).isNull();
  }

  @Test
  void aListenerThatThrowsKeepsNoOtherFromBeingTold() {
    Config.Listener broken =
        keys -> {
          throw new IllegalStateException("broken");
        };
    Config.Listener recursive =
        keys -> settings.set("recursive", keys.contains("recursive") ? "1" : "0");
    settings.listeners().add(broken);
    settings.listeners().add(recursive);
    settings.set("a", "1");
    assertThat(told).contains(Set.of("a"), Set.of("recursive"));
    settings.listeners().remove(broken);
    settings.listeners().remove(recursive);
  }

  @Test
  void aBlankKeyIsRefused() {
    assertThatThrownBy(() -> settings.set(" ", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key must not be blank");
  }

  @Test
  void keysOfAllSourcesButTheEnvironmentAreListed() throws IOException {
    Files.writeString(file, "settings-test.b = 1");
    settings.set("settings-test.a", "1");
    assertThat(new Config(settings, Map.of("settings-test.c", "1")).keys("settings-test."))
        .containsExactly("settings-test.a", "settings-test.b", "settings-test.c");
  }
}
