package dev.mulligan.conformance;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Methods that change what they were given. */
class MutatingSubject {
  final List<String> seen = new ArrayList<>();

  @Retry(maxAttempts = 3, delay = "0ms")
  public void reassigned(String text) throws IOException {
    seen.add(text);
    text = "changed " + text;
    throw new IOException(text);
  }

  @DeadLetter(queue = "at-failure")
  public void atFailure(List<String> items) throws IOException {
    items.clear();
    throw new IOException();
  }

  @DeadLetter(queue = "at-entry", snapshot = true)
  public void atEntry(List<String> items) throws IOException {
    items.clear();
    throw new IOException();
  }

  @DeadLetter(queue = "read-once")
  public void consumed(InputStream in) throws IOException {
    throw new IOException("read " + in.readAllBytes().length);
  }
}
