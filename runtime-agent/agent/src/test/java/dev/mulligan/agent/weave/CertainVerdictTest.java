package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only what is certain keeps a method from being woven. */
class CertainVerdictTest {
  private static final String HEAD =
      "package kinds; import dev.mulligan.annotations.*; import java.util.*; import"
          + " java.util.function.*; ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@CircuitBreaker void run(@Key(path = \"inner.name\") Outer key) {}",
        "@CircuitBreaker void run(@Key(path = \"size\") ArrayList<String> key) {}",
        "@CircuitBreaker void run(@Key(path = \" class.name \") Runnable key) {}",
        "@CircuitBreaker void run(@Key(path = \"length\") StringBuilder key) {}",
        "@Retry(onResult = Empty.class) String run() { return null; }",
        "@Retry(onResult = Hidden.class) String run() { return null; }",
        "@Retry(custom = CustomBackoff.class, delay = \"200ms\") void run() {}",
        "@Retry(custom = Own.class) void run() {}",
        "@Fallback(\"b\") List<? extends Number> run() { return null; } List<Integer> b() { return"
            + " null; }",
        "@Fallback(\"b\") Iterable<String> run() { return null; } ArrayList<String> b() { return"
            + " null; }",
        "@Fallback(\"b\") Iterable<T> run() { return null; } Set<T> b() { return null; }",
        "@Fallback(\"b\") List<String> run() { return null; } List b() { return null; }",
        "@Fallback(\"b\") List<String>[] run() { return null; } List<String>[] b() { return null;"
            + " }",
        "@Fallback(\"b\") Map<String, T[]> run() { return null; } TreeMap<String, T[]> b() { return"
            + " null; }",
        "@Fallback(\"b\") <U> List<U> run() { return null; } List<String> b() { return null; }",
        "@Fallback(\"b\") void run() throws java.io.IOException {} void b() throws"
            + " java.io.FileNotFoundException, IllegalStateException {}",
      })
  void whatTheCompilerAcceptsIsWoven(String members) throws Exception {
    assertThat(isWoven(members)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@CircuitBreaker void run(@Key(path = \"inner.size\") Outer key) {}",
        "@CircuitBreaker void run(@Key(path = \"name.\") Inner key) {}",
        "@CircuitBreaker void run(@Key(path = \"length\") String[] key) {}",
        "@Retry(onResult = Kind.class) String run() { return null; }",
        "@Retry(onResult = Retry.NoResult.class) void run() {}",
        "@Retry(custom = Own.class, backoff = Backoff.EXPONENTIAL) void run() {}",
        "@Retry(onResult = Absent.class) String run() { return null; }",
        "@Fallback(\"b\") Iterable<String> run() { return null; } ArrayList<Integer> b() { return"
            + " null; }",
        "@Fallback(\"b\") List<T> run() { return null; } List<String> b() { return null; }",
        "@Fallback(\"b\") List<String> run() { return null; } List<?> b() { return null; }",
        "@Fallback(\"b\") T run() { return null; } Object b() { return null; }",
        "@Fallback(\"b\") void run(T t) {} void b(Object o, int i) {}",
        "@Fallback(\"b\") void run() throws java.io.FileNotFoundException {} void b() throws"
            + " java.io.IOException {}",
      })
  void whatTheCompilerRefusesIsNot(String members) throws Exception {
    assertThat(isWoven(members)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@CircuitBreaker void run(@Key(path = \"nowhere\") Absent key) {}",
        "@CircuitBreaker void run(@Key(path = \"nowhere\") BelowAbsent key) {}",
        "@CircuitBreaker void run(@Key(path = \"absent.nowhere\") Outer key) {}",
        "@Retry(onResult = Absent.class) String run() { return null; }",
        "@Fallback(\"b\") void run() {} void b() throws AbsentException {}",
        "@Fallback(\"b\") Comparator<String> run() { return null; } Absent b() { return null; }",
      })
  void aTypeThatIsAbsentIsNoReason(String members) throws Exception {
    assertThat(source(members).without("kinds.Absent").without("kinds.AbsentException"))
        .satisfies(woven -> assertThat(woven.isWoven("kinds.Judged")).isTrue());
  }

  @Test
  void bothMistakesOfAMethodAreTold() throws Exception {
    assertThat(
            source("@Retry(onResult = Kind.class) void run(@Key @Deprecated int a, @Key int b) {}")
                .reasons("kinds.Judged"))
        .singleElement()
        .asString()
        .contains("must be a class that can be created")
        .contains("a method without a result")
        .contains("@Key: only one parameter can be the key");
  }

  private static boolean isWoven(String members) throws Exception {
    return source(members).isWoven("kinds.Judged");
  }

  private static WovenSource source(String members) throws IOException {
    return WovenSource.of(
        17,
        "kinds.Judged",
        HEAD
            + "class Judged<T> { "
            + members
            + " static class Hidden extends Empty { Hidden() {} } }"
            + " class Empty implements Predicate<String> {"
            + " public boolean test(String s) { return true; } }"
            + " class Own implements CustomBackoff { public java.time.Duration delay(int attempt,"
            + " Throwable failure, java.time.Duration last) { return last; } }"
            + " enum Kind implements Predicate<String> { ONE;"
            + " public boolean test(String s) { return true; } }"
            + " class Outer { public Inner inner() { return null; }"
            + " public Absent getAbsent() { return null; } }"
            + " class Above { public String getName() { return null; } }"
            + " class Inner extends Above {}"
            + " class AbsentException extends Exception {}"
            + " abstract class Absent implements Comparator<String>, Predicate<String> {}"
            + " abstract class BelowAbsent extends Absent {}");
  }
}
