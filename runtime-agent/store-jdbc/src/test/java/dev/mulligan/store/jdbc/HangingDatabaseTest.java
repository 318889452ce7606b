package dev.mulligan.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database that does not answer holds nobody. */
@Timeout(60)
class HangingDatabaseTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Far above the limit, for slow machines, and far below the drivers' own timeouts. */
  private static final long SECONDS = 4;

  @TempDir Path folder;

  @AfterEach
  void unconfigure() {
    TestDatabase.unconfigure();
  }

  private static void assertQuick(long begin) {
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isLessThan(SECONDS);
  }

  @Test
  void aServerThatOnlyListensHoldsNoCaller() throws IOException {
    try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Mulligan.configure(
          "mulligan.store.url", "jdbc:postgresql://localhost:" + deaf.getLocalPort() + "/x");
      JdbcStore store = new JdbcStore();
      long begin = System.nanoTime();

      assertThatThrownBy(() -> store.append(Samples.letter(1), SHORT))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot append: the database did not answer within 300ms");

      assertQuick(begin);
      closeHanging(store);
    }
  }

  /** It says so if something hangs, unless the driver has given up just before. */
  private static void closeHanging(JdbcStore store) {
    try {
      store.close();
    } catch (IOException hangs) {
      assertThat(hangs).hasMessageContaining("did not answer while it was closed");
    }
  }

  @Test
  void moreCallersThanThreadsAreAllFreeInTime() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    JdbcStore store = new JdbcStore(hanging(release));
    long begin = System.nanoTime();
    AtomicInteger refused = new AtomicInteger();
    Thread[] callers = new Thread[20];
    for (int i = 0; i < callers.length; i++) {
      int number = i;
      callers[i] = new Thread(() -> append(store, number, refused));
      callers[i].start();
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(refused).hasValue(callers.length);
    assertQuick(begin);
    release.countDown();
    store.close();
  }

  private static void append(JdbcStore store, int number, AtomicInteger refused) {
    try {
      store.append(Samples.letter(number), SHORT);
    } catch (IOException late) {
      refused.incrementAndGet();
    }
  }

  @Test
  void anInterruptEndsAWaitThatWouldBeLong() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    JdbcStore store = new JdbcStore(hanging(release));
    long begin = System.nanoTime();
    Thread.currentThread().interrupt();

    Throwable failure = catchThrowable(() -> store.settle("a", 1, Settlement.FAILED));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure).isInstanceOf(InterruptedIOException.class);
    assertQuick(begin);
    release.countDown();
    store.close();
  }

  @Test
  void aLetterOfAnInterruptedThreadIsKept() throws Exception {
    try (JdbcStore store = FileDatabase.h2(folder).open(Tables.DEFAULT)) {
      Thread.currentThread().interrupt();

      store.append(Samples.letter(1), Samples.LIMIT);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(store.find(Samples.id(1))).isPresent();
    }
  }

  @Test
  void whatNobodyWaitsForIsUndone() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (HikariDataSource pool = h2Pool()) {
      JdbcStore healthy = new JdbcStore(pool);
      healthy.append(Samples.letter(1), Samples.LIMIT);
      JdbcStore slow = new JdbcStore(slow(pool, release));

      // The claim reaches the database when its caller has gone.
      assertThatThrownBy(() -> interrupted(() -> slow.claim(Samples.id(1), "me", SHORT)))
          .isInstanceOf(InterruptedIOException.class);
      release.countDown();
      slow.close();

      assertThat(healthy.find(Samples.id(1)).orElseThrow().status().token()).isZero();
      healthy.close();
    }
  }

  private interface Request {
    void run() throws IOException;
  }

  private static void interrupted(Request request) throws IOException {
    Thread.currentThread().interrupt();
    try {
      request.run();
    } finally {
      Thread.interrupted();
    }
  }

  private HikariDataSource h2Pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(FileDatabase.h2(folder).url());
    return new HikariDataSource(config);
  }

  private static DataSource hanging(CountDownLatch release) {
    return slow(null, release);
  }

  /** Gives no connection until it is released. */
  private static DataSource slow(DataSource source, CountDownLatch release) {
    return (DataSource)
        Proxy.newProxyInstance(
            HangingDatabaseTest.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              release.await();
              if (source == null) {
                throw new SQLException("gone");
              }
              return source.getConnection();
            });
  }
}
