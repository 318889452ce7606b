package dev.mulligan.runtime.deadletter;

import java.io.Writer;

/**
 * Takes so many characters and no more: a collection without an end is given up while it is
 * written. Not thread-safe.
 */
final class LimitedWriter extends Writer {
  private final StringBuilder text = new StringBuilder(256);
  private final int longest;

  LimitedWriter(int longest) {
    this.longest = longest;
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    makeRoom(length);
    text.append(characters, offset, length);
  }

  @Override
  public void write(String string, int offset, int length) {
    makeRoom(length);
    text.append(string, offset, offset + length);
  }

  @Override
  public void write(int character) {
    makeRoom(1);
    text.append((char) character);
  }

  private void makeRoom(int length) {
    if (length > longest - text.length()) {
      throw new NotKept("is longer than " + longest + " characters");
    }
  }

  @Override
  public void flush() {
    // It is in memory.
  }

  @Override
  public void close() {
    // There is nothing to close.
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
