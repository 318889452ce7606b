package dev.mulligan.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page whose measured parts stand between markers, so that the text around them stays. */
public final class Page {
  private final Path file;
  private String text;

  /**
   * Reads a page.
   *
   * @param file where it is
   * @throws IOException if it cannot be read
   */
  public Page(Path file) throws IOException {
    this.file = file;
    this.text = Files.readString(file);
  }

  /**
   * Replaces what stands between {@code <!-- measured: name -->} and {@code <!-- end -->}.
   *
   * @param name the name of the part
   * @param content what is to stand there
   * @throws IllegalArgumentException if the page has no such part
   */
  public void replace(String name, String content) {
    String begin = "<!-- measured: " + name + " -->\n";
    int from = text.indexOf(begin);
    int to = text.indexOf("\n<!-- end -->", from);
    if (from < 0 || to < 0) {
      throw new IllegalArgumentException("no part " + name + " in " + file);
    }
    text = text.substring(0, from + begin.length()) + content + text.substring(to);
  }

  /**
   * Writes the page.
   *
   * @throws IOException if it cannot be written
   */
  public void save() throws IOException {
    Files.writeString(file, text);
  }
}
