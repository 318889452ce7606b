package dev.mulligan.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** An application that brings its own slf4j reads there what Mulligan says of its methods. */
@Timeout(60)
class AppLogTest {
  private static final String PROVIDER = "slf4j.provider";

  @BeforeEach
  void nameTheProvider() {
    // The runtime's own is bound before, to none.
    assertThat(AppLog.own().isOn(Level.WARNING)).isIn(true, false);
    System.setProperty(PROVIDER, OtherSlf4jProvider.class.getName());
  }

  @AfterEach
  void forgetTheProvider() {
    System.clearProperty(PROVIDER);
    System.clearProperty(OtherSlf4jProvider.LINE);
  }

  private static URLClassLoader application() {
    URL[] own = {
      LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation(),
      OtherSlf4jProvider.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(own, ClassLoader.getPlatformClassLoader());
  }

  @Test
  void linesGoWhereTheApplicationLooks() throws Exception {
    try (URLClassLoader application = application()) {
      AppLog log = AppLog.of(application);

      assertThat(log).isNotSameAs(AppLog.own()).isSameAs(AppLog.of(application));
      assertThat(log.isOn(Level.INFO)).isTrue();
      assertThat(log.isOn(Level.DEBUG)).isFalse();
      log.warn("it\nfailed", new IllegalStateException("broken"));
      assertThat(System.getProperty(OtherSlf4jProvider.LINE))
          .isEqualTo("WARN it\\nfailed: java.lang.IllegalStateException: broken");
    }
  }

  @Test
  void theContextIsTheApplicationsOwn() throws Exception {
    try (URLClassLoader application = application()) {
      AppLog log = AppLog.of(application);
      MDC.clear();

      log.restoreContext(Map.of("order", "7"));

      assertThat(log.captureContext()).containsEntry("order", "7");
      log.restoreContext(null);
      assertThat(log.captureContext()).isNullOrEmpty();
    }
  }

  @Test
  void whoSeesTheRuntimesOwnOrNoneUsesThat() {
    assertThat(AppLog.of(AppLogTest.class.getClassLoader())).isSameAs(AppLog.own());
    assertThat(AppLog.of(ClassLoader.getPlatformClassLoader())).isSameAs(AppLog.own());
    assertThat(AppLog.of(null)).isSameAs(AppLog.own());
  }

  @Test
  void noApplicationIsKeptAlive() throws Exception {
    WeakReference<ClassLoader> gone = used();
    while (gone.get() != null) {
      System.gc();
    }
    assertThat(gone.get()).isNull();
  }

  private static WeakReference<ClassLoader> used() throws Exception {
    try (URLClassLoader application = application()) {
      AppLog.of(application).log(Level.WARNING, "used");
      assertThat(System.getProperty(OtherSlf4jProvider.LINE)).isEqualTo("WARN used");
      return new WeakReference<>(application);
    }
  }
}
