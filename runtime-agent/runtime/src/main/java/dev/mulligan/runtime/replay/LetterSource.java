package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterState;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Gives letters one by one, so that a million of them need not be in memory. Not thread-safe. */
@FunctionalInterface
interface LetterSource {
  /** How many letters are read at a time. */
  int PAGE = 100;

  /**
   * Gives the next letter.
   *
   * @return the letter, or null if there is no more
   * @throws IOException if the store cannot be read
   */
  @Nullable Letter next() throws IOException;

  /** Gives certain letters. */
  static LetterSource of(List<Letter> letters) {
    Iterator<Letter> rest = letters.iterator();
    return () -> rest.hasNext() ? rest.next() : null;
  }

  /**
   * Gives the letters that wait and that a filter means, page by page. Those that are written
   * meanwhile have their turn, too, unless the last page was read before.
   */
  static LetterSource waiting(DeadLetterStore store, LetterFilter filter) {
    LetterState state = filter.state();
    return state == null || state == LetterState.STORED
        ? new Pages(store, filter.state(LetterState.STORED))
        : () -> null;
  }

  /** Reads on after the last letter of the page before, whatever has become of it. */
  final class Pages implements LetterSource {
    private final DeadLetterStore store;
    private final LetterFilter filter;
    private final Queue<Letter> page = new ArrayDeque<>();
    private @Nullable String last;
    private boolean isLastPage;

    private Pages(DeadLetterStore store, LetterFilter filter) {
      this.store = store;
      this.filter = filter;
    }

    @Override
    public @Nullable Letter next() throws IOException {
      if (page.isEmpty() && !isLastPage) {
        page.addAll(store.list(filter, last, PAGE));
        isLastPage = page.size() < PAGE;
      }
      Letter next = page.poll();
      last = next == null ? last : next.id();
      return next;
    }
  }
}
