package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.Mulligan;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExitHookTest {
  @AfterEach
  void takeTheLimitBack() {
    Mulligan.configure(ExitHook.SETTING, null);
  }

  @Test
  void theLoadersOfTheJvmOutliveAllApplications() {
    assertThat(ExitHook.outlivesApplications(null)).isTrue();
    assertThat(ExitHook.outlivesApplications(ClassLoader.getPlatformClassLoader())).isTrue();
    assertThat(ExitHook.outlivesApplications(ClassLoader.getSystemClassLoader())).isTrue();
  }

  @Test
  void theLoaderOfAnApplicationDoesNot() throws IOException {
    try (URLClassLoader application =
        new URLClassLoader(new URL[0], ClassLoader.getSystemClassLoader())) {
      assertThat(ExitHook.outlivesApplications(application)).isFalse();
    }
  }

  @Test
  void theEndMayTakeTwoSecondsUnlessOtherwiseConfigured() {
    assertThat(ExitHook.limit()).isEqualTo(Duration.ofSeconds(2));

    Mulligan.configure(ExitHook.SETTING, "5s");
    assertThat(ExitHook.limit()).isEqualTo(Duration.ofSeconds(5));
    Mulligan.configure(ExitHook.SETTING, "0ms");
    assertThat(ExitHook.limit()).isZero();
  }

  @Test
  void aLimitThatIsNoneIsTheDefault() {
    Mulligan.configure(ExitHook.SETTING, "soon");
    assertThat(ExitHook.limit()).isEqualTo(Duration.ofSeconds(2));
    Mulligan.configure(ExitHook.SETTING, "PT-1S");
    assertThat(ExitHook.limit()).isEqualTo(Duration.ofSeconds(2));
  }
}
