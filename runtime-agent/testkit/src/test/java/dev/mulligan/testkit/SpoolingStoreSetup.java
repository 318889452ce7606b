package dev.mulligan.testkit;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.journal.JournalLimits;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.spool.SpoolingStore;
import dev.mulligan.runtime.time.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A spool before a store whose moods a test sets, in virtual time. */
abstract class SpoolingStoreSetup {
  static final Duration LIMIT = Duration.ofSeconds(20);

  final VirtualTime time = VirtualTime.install();
  final MemoryStore kept = new MemoryStore();
  final FaultyStore remote = new FaultyStore(kept);
  final Path folder;
  final Journal waiting;
  final FaultyStore local;
  final SpoolingStore store;

  SpoolingStoreSetup(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.waiting = spool();
    this.local = new FaultyStore(waiting);
    this.store = new SpoolingStore(remote, local);
  }

  Journal spool() throws IOException {
    return Journal.openSpool(folder, JournalLimits.DEFAULT);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    waiting.close();
    time.close();
  }

  static Letter letter(int number) {
    return LetterSample.of(number).letter();
  }

  static Letter same(int number) {
    return LetterSample.of(number).identity("pay acme").letter();
  }

  static List<Integer> numbers(List<Letter> letters) {
    return letters.stream().map(one -> LetterSample.number(one.id())).toList();
  }

  List<Integer> keptNumbers() throws IOException {
    return numbers(kept.list(LetterFilter.all(), null, 1000));
  }

  /** Whoever asks for a letter moves the spool first. */
  void move() throws IOException {
    for (Letter left : waiting.list(LetterFilter.waiting(), null, 1000)) {
      store.claim(left.id(), "nobody", Duration.ZERO);
    }
  }

  /** The spool's thread has asked in vain, and waits, as the hour of the retention does. */
  void awaitProbe() {
    time.awaitAlarms(2);
  }
}
