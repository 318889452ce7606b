package dev.mulligan.agent.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void aWarInsideOfAnEarIsRead() throws IOException {
    byte[] war = jar("WEB-INF/classes/" + entry(Payments.class), bytes(Payments.class));
    Path ear = folder.resolve("app.ear");
    Files.write(ear, jar("shop.war", war));

    assertThat(explain(ear))
        .isNotEmpty()
        .allMatch(explained -> explained.origin().endsWith("app.ear!/shop.war"));
  }

  @Test
  void aScriptInFrontOfAJarDoesNotHideIt() throws IOException {
    Path executable = folder.resolve("app.jar");
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write("#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(UTF_8));
    content.write(jar(entry(Payments.class), bytes(Payments.class)));
    Files.write(executable, content.toByteArray());

    assertThat(explain(executable)).isNotEmpty();
  }

  @Test
  void whatIsNoJarIsNoJarWithoutPolicies() throws IOException {
    for (String content : List.of("", "a text")) {
      Path file = folder.resolve("file.jar");
      Files.writeString(file, content);

      assertThatThrownBy(() -> explain(file)).isInstanceOf(IOException.class);
    }
    Path empty = folder.resolve("empty.jar");
    Files.write(empty, jar());
    assertThatThrownBy(() -> explain(empty))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty.jar");
  }

  @Test
  void aClassThatCannotBeReadIsNamedAndKeepsNoOtherFromBeingExplained() throws IOException {
    byte[] newer = bytes(Remote.class);
    newer[7] = 127;
    write(folder.resolve("Newer.class"), newer);
    write(folder.resolve("Broken.class"), "no class".getBytes(UTF_8));
    write(folder.resolve(entry(Payments.class)), bytes(Payments.class));

    List<Explained> explained = explain(folder);

    assertThat(explained)
        .extracting(e -> e.finding().location())
        .contains("Newer", "Broken", Payments.class.getName() + "#load");
    assertThat(explained)
        .filteredOn(e -> e.finding().method().isEmpty())
        .allMatch(Explained::isUnguarded);
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
