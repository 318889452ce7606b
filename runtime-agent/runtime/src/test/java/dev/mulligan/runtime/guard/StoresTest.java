package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.LetterStatus;
import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.spool.MissingStore;
import dev.mulligan.runtime.spool.Spooled;
import dev.mulligan.runtime.spool.SpoolingStore;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with what is configured, letters are kept. */
class StoresTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final List<String> KEYS =
      List.of("segmentSize", "segmentAge", "maxSize", "maxArchive");

  @TempDir private Path folder;

  /** A store that cannot be created. */
  public static final class Broken extends Away {
    /** Fails, as if a driver were missing. */
    public Broken() {
      throw new NoClassDefFoundError("com/shop/Driver");
    }
  }

  /** A store that never answers. */
  public static class Away extends MissingStore {
    /** Called by the service loader. */
    public Away() {
      super("away");
    }
  }

  @BeforeEach
  void useTheFolder() {
    Config.set("mulligan.dir", folder.toString());
  }

  @AfterEach
  void takeBack() {
    Config.set("mulligan.dir", null);
    KEYS.forEach(key -> Config.set("mulligan.journal." + key, null));
  }

  @Test
  void withoutAStoreOnTheClassPathThereIsTheJournal() throws IOException {
    try (DeadLetterStore store = with("")) {
      store.append(letter(), LIMIT);
    }
    assertThat(waitingIn("journal")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(classes = {Broken.class, Away.class})
  void lettersWaitInTheSpoolForAStoreThatCannotBeUsed(Class<?> broken) throws IOException {
    try (DeadLetterStore store = with(broken.getName())) {
      store.append(letter(), LIMIT);
      assertThatThrownBy(store::stats).hasMessageContaining("the store of dead letters cannot be");
    }
    assertThat(waitingIn("spool")).hasSize(1);
  }

  @Test
  void anOperatorIsToldWhatWaitsInTheSpool() throws IOException {
    try (DeadLetterStore store = with(Away.class.getName())) {
      store.append(letter(), LIMIT);
    }
    try (DeadLetterStore opened = with(Away.class.getName())) {
      DeadLetterOffice office = new DeadLetterOffice(() -> opened);
      assertThat(office.spooled()).isNull();
      assertThatThrownBy(office::stats).hasMessageContaining("away");
      assertThat(office.spooled()).isNotNull().extracting(Spooled::letters).isEqualTo(1L);
    }
  }

  @Test
  void lettersWaitInTheSpoolForAClassThatIsMissing() throws IOException {
    try (DeadLetterStore store = with("com.shop.NoSuchStore")) {
      store.append(letter(), LIMIT);
      assertThatThrownBy(store::stats).hasMessageContaining("com.shop.NoSuchStore");
    }
    assertThat(waitingIn("spool")).hasSize(1);
  }

  @Test
  void aStoreIsUsedWithoutASpoolThatCannotBeOpened() throws IOException {
    Files.writeString(folder.resolve("spool"), "not a folder");
    try (DeadLetterStore store = with(Away.class.getName())) {
      assertThat(store).isInstanceOf(Away.class);
    }
  }

  @Test
  void ofTwoStoresTheFirstIsUsed() throws IOException {
    try (DeadLetterStore store =
        with(Away.class.getName() + "\n" + MissingStores.class.getName())) {
      assertThat(store).isInstanceOf(SpoolingStore.class);
    }
    assertThat(MissingStores.closed).isTrue();
  }

  /** A second store. */
  public static final class MissingStores extends Away {
    static volatile boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void theJournalHasTheLimitsThatAreConfigured() {
    set("segmentSize", "1MiB");
    set("segmentAge", "1h");
    set("maxSize", "10 GiB");
    set("maxArchive", "4096");

    assertThat(JournalKeys.limits())
        .isEqualTo(new JournalLimits(1 << 20, Duration.ofHours(1), 10L << 30, 4096));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "large", "-1", "0", "99999999GiB", "2GiB"})
  void aWrongLimitLeavesTheDefault(String wrong) {
    set("segmentSize", wrong);
    set("maxSize", "1GiB");

    assertThat(JournalKeys.limits()).isEqualTo(JournalLimits.DEFAULT.withTotalBytes(1L << 30));
  }

  @Test
  void theLimitsReachTheJournal() throws IOException {
    set("segmentSize", "1");
    try (DeadLetterStore store = with("")) {
      store.append(letter(), LIMIT);
      store.append(letter(), LIMIT);
      store.append(letter(), LIMIT);
    }
    try (var files = Files.list(folder.resolve("journal"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".journal")).count())
          .isGreaterThan(1);
    }
  }

  private static void set(String key, String value) {
    Config.set("mulligan.journal." + key, value);
  }

  private DeadLetterStore with(String providers) throws IOException {
    Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
    if (!providers.isEmpty()) {
      Files.writeString(services.resolve(DeadLetterStore.class.getName()), providers);
    }
    URL classes = folder.resolve("classes").toUri().toURL();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
      return new Stores(loader).open();
    }
  }

  private List<Letter> waitingIn(String name) throws IOException {
    try (Journal journal = Journal.openForOperator(folder.resolve(name))) {
      return journal.list(LetterFilter.all(), null, 10);
    }
  }

  private int number;

  private Letter letter() {
    Instant at = Instant.parse("2030-01-01T00:00:00Z");
    return new Letter(
        String.format("%028x", ++number),
        "shop.Pay#pay()",
        "default",
        LetterReason.FAILED,
        FailureType.SYSTEM,
        "shop.Pay",
        "pay",
        null,
        "",
        List.of(),
        "failure",
        List.of(),
        at,
        at,
        at.plus(Duration.ofDays(30)),
        new LetterOrigin("main", "", "", null, Map.of()),
        LetterStatus.FRESH);
  }
}
