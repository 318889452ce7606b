package dev.mulligan.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.Settlement;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** A closed store says so. */
interface StoreClosingCases extends StoreCases {
  @TestFactory
  default Stream<DynamicTest> whatComesAfterTheEndIsRefused() throws IOException {
    keep(1);
    store().close();
    String id = LetterSample.id(1);
    return Stream.of(
        refused("append", () -> store().append(LetterSample.of(2).letter(), LIMIT)),
        refused("find", () -> store().find(id)),
        refused("list", () -> store().list(LetterFilter.all(), null, 1)),
        refused("stats", () -> store().stats()),
        refused("claim", () -> store().claim(id, "me", LEASE)),
        refused("renew", () -> store().renew(id, 1, LEASE)),
        refused("settle", () -> store().settle(id, 1, Settlement.FAILED)),
        refused("discard", () -> store().discard(id)),
        refused("purge", () -> store().purge(LetterFilter.all())));
  }

  private static DynamicTest refused(String name, Executable request) {
    return dynamicTest(name, () -> assertThrows(IOException.class, request));
  }

  @Test
  default void closingAgainDoesNothing() throws IOException {
    keep(1);
    store().close();
    store().close();

    assertThrows(IOException.class, () -> store().find(LetterSample.id(1)));
  }
}
