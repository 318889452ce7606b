package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mulligan.runtime.spi.DeadLetterStore;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every store of dead letters must do, as tests for JUnit Jupiter. Whoever writes a store
 * extends this class:
 *
 * <pre>{@code
 * class MyStoreTest extends StoreContract {
 *   @Override
 *   protected DeadLetterStore open() { return new MyStore(freshFolder()); }
 *
 *   @Override
 *   protected Optional<DeadLetterStore> openAgain() { return Optional.of(new MyStore(folder)); }
 * }
 * }</pre>
 *
 * <p>Each test has an empty store, and virtual time, which only moves when the test moves it: a
 * store reads the clock through {@link dev.mulligan.runtime.time.Time}. All stores of a test are
 * closed after it, as those are that a test has closed itself.
 */
public abstract class StoreContract
    implements StoreAppendCases,
        StoreRoundTripCases,
        StoreJoinCases,
        StoreFilterCases,
        StorePageCases,
        StoreClaimCases,
        StoreSettleCases,
        StoreRemovalCases,
        StoreStatsCases,
        StoreThreadCases,
        StoreInterruptCases,
        StoreClosingCases,
        StoreHandleCases {
  private final List<DeadLetterStore> opened = new ArrayList<>();
  private @Nullable VirtualTime time;

  /** For subclasses. */
  protected StoreContract() {}

  /**
   * Opens a store for one test.
   *
   * @return a store without a letter, which has never had one
   * @throws IOException if it cannot be opened
   */
  protected abstract DeadLetterStore open() throws IOException;

  /**
   * Opens what {@link #open} opened last once more, as another process would; the one before may be
   * open or closed.
   *
   * @return a further handle on the same letters; empty if the store cannot have one, which leaves
   *     out the tests that need it
   * @throws IOException if it cannot be opened
   */
  protected abstract Optional<DeadLetterStore> openAgain() throws IOException;

  /**
   * Tells whether the store knows a letter again that it has taken into another one. Then a letter
   * that is appended twice, because the first acknowledgement was lost, counts once.
   *
   * @return true by default; false leaves out the tests of it
   */
  protected boolean knowsJoinedLetters() {
    return true;
  }

  @BeforeEach
  final void openStore() throws IOException {
    time = VirtualTime.install();
    opened.add(open());
  }

  @AfterEach
  final void closeStores() throws IOException {
    try {
      for (DeadLetterStore store : opened) {
        store.close();
      }
    } finally {
      time().close();
    }
  }

  @Override
  public final DeadLetterStore store() {
    return opened.get(0);
  }

  @Override
  public final DeadLetterStore another() throws IOException {
    Optional<DeadLetterStore> another = openAgain();
    assumeTrue(another.isPresent(), "the store cannot be opened again");
    opened.add(another.orElseThrow());
    return another.orElseThrow();
  }

  @Override
  public final VirtualTime time() {
    VirtualTime present = time;
    if (present == null) {
      throw new IllegalStateException("there is no time before the test");
    }
    return present;
  }

  @Override
  public final void assumeJoinedLettersAreKnown() {
    assumeTrue(knowsJoinedLetters(), "the store does not know joined letters again");
  }
}
