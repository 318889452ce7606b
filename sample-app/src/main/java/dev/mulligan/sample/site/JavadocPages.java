package dev.mulligan.sample.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The HTML pages of Guava's javadoc jar, found on the class path. */
public final class JavadocPages implements AutoCloseable {
  /** A page that only this jar has. */
  private static final String LANDMARK = "com/google/common/base/Joiner.html";

  private final JarFile jar;

  private JavadocPages(JarFile jar) {
    this.jar = jar;
  }

  /** Opens the jar. */
  public static JavadocPages open() throws IOException {
    URL landmark = JavadocPages.class.getClassLoader().getResource(LANDMARK);
    if (landmark == null || !(landmark.openConnection() instanceof JarURLConnection connection)) {
      throw new IOException("Guava's javadoc jar is not on the class path");
    }
    // A cached JarFile is shared with everybody else who reads this URL; ours is to be closed.
    connection.setUseCaches(false);
    return new JavadocPages(connection.getJarFile());
  }

  /** The paths of all pages: those near the root first, then by name. */
  public List<String> paths() {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".html"))
        .sorted(Comparator.comparingLong(JavadocPages::depth).thenComparing(name -> name))
        .toList();
  }

  /** The bytes of a page, or null if there is no such page. */
  byte @Nullable [] read(String path) throws IOException {
    ZipEntry entry = jar.getEntry(path);
    if (entry == null || !path.endsWith(".html")) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }
}
