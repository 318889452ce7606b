package dev.mulligan.agent.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {
  @TempDir private Path folder;

  @Test
  void everyMethodWithAPolicyIsListedWithOrderPlaceAndVerdict() throws IOException {
    write(folder.resolve(entry(Payments.class)), bytes(Payments.class));
    write(folder.resolve(entry(Remote.class)), bytes(Remote.class));

    List<Explained> explained = explain(folder);

    assertThat(explained).extracting(e -> e.finding().method()).containsExactly("load", "pay");
    assertThat(explained.get(0).verdict()).startsWith("not guarded: a native method");
    assertThat(explained.get(0).isUnguarded()).isTrue();
    assertThat(explained.get(1).order()).isEqualTo("DeadLetter( Retry( CircuitBreaker( body )))");
    assertThat(explained.get(1).place()).matches("ExplainerTest\\.java:\\d+");
    assertThat(explained.get(1).verdict()).isEqualTo("woven by the agent");
  }

  @Test
  void jarsInsideOfAJarAreReadAndGiveTheirOrigin() throws IOException {
    byte[] inner = jar(entry(Payments.class), bytes(Payments.class));
    Path outer = folder.resolve("app.war");
    Files.write(
        outer,
        jar(
            "WEB-INF/classes/" + entry(Remote.class),
            bytes(Remote.class),
            "WEB-INF/lib/payments.jar",
            inner));

    List<Explained> explained = explain(outer);

    assertThat(explained).hasSize(2);
    assertThat(explained).allMatch(e -> e.origin().endsWith("app.war!/WEB-INF/lib/payments.jar"));
  }

  private static List<Explained> explain(Path place) throws IOException {
    Explainer explainer = new Explainer(PolicyFile.NONE);
    explainer.add(place);
    return explainer.explain();
  }

  private static byte[] jar(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        jar.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        jar.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return bytes.toByteArray();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static String entry(Class<?> type) {
    return type.getName().replace('.', '/') + ".class";
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in = type.getResourceAsStream("/" + entry(type))) {
      return in.readAllBytes();
    }
  }

  interface Remote {
    @Retry
    @CircuitBreaker
    @DeadLetter
    String pay(String order);
  }

  static class Payments implements Remote {
    @Override
    public String pay(String order) {
      return order;
    }

    @Retry
    native void load();
  }
}
