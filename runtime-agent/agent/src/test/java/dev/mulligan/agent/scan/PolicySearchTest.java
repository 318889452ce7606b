package dev.mulligan.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySearchTest {
  private final PolicySearch search = new PolicySearch();
  private final List<String> read = new ArrayList<>();

  @Test
  void annotationsThatStandOnOneAnother() throws IOException {
    assertThat(concerns(OnEgg.class)).isTrue();
    assertThat(concerns(OnHen.class)).isTrue();
    assertThat(concerns(OnCircle.class)).isFalse();
    assertThat(concerns(OnCircle.class)).isFalse();
  }

  @Test
  void whatIsKnownIsNotReadAgain() throws IOException {
    assertThat(concerns(OnCircle.class)).isFalse();
    assertThat(concerns(Implements.class)).isTrue();
    int once = read.size();

    assertThat(concerns(OnCircle.class)).isFalse();
    assertThat(concerns(Implements.class)).isTrue();
    assertThat(read).hasSize(once).doesNotHaveDuplicates();
  }

  @Test
  void aSearchThatHasNotEndedAnswersNobodyElse() throws IOException {
    List<Boolean> meanwhile = new ArrayList<>();
    boolean first =
        search.concerns(
            name(Implements.class),
            file(name(Implements.class)),
            type -> {
              // As another thread would, which loads a class with the same interface.
              meanwhile.add(concerns(ImplementsToo.class));
              return file(type);
            });

    assertThat(first).isTrue();
    assertThat(meanwhile).containsOnly(true).isNotEmpty();
  }

  private boolean concerns(Class<?> type) throws IOException {
    return search.concerns(
        name(type),
        file(name(type)),
        asked -> {
          read.add(asked);
          return file(asked);
        });
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static ClassFile file(String name) {
    try (InputStream in = PolicySearchTest.class.getResourceAsStream("/" + name + ".class")) {
      return ClassFile.read(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Egg
  @Retention(RetentionPolicy.RUNTIME)
  @interface Hen {}

  @Hen
  @Retry
  @Retention(RetentionPolicy.RUNTIME)
  @interface Egg {}

  @Circle
  @Retention(RetentionPolicy.RUNTIME)
  @interface Circle {}

  @Egg
  static class OnEgg {}

  @Hen
  static class OnHen {}

  @Circle
  static class OnCircle {}

  interface Guarded {
    @Retry
    void call();
  }

  static class Implements implements Guarded {
    @Override
    public void call() {}
  }

  static class ImplementsToo implements Guarded {
    @Override
    public void call() {}
  }
}
