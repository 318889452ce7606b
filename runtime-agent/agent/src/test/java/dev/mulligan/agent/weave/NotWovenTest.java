package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import dev.mulligan.runtime.policy.PolicyException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be guarded is told, and runs as it was written. */
class NotWovenTest {
  private static final String HEAD =
      "package kinds; import dev.mulligan.annotations.*; import java.io.*; ";

  @ParameterizedTest
  @CsvSource({
    "absent, 'there is no method nowhere in "
        + SUBJECT
        + "; its parameters must be (int), optionally followed by an exception'",
    "misfit, 'text(int) does not fit: it gives String, and must give int'",
    "needsStatic, 'answer(int) does not fit: it must be static, as the method is that it answers"
        + " for'",
    "itself, the method would answer for itself; name another one",
    "there, its own fallback leads back to this method; one of them must not have any",
    "twice, 2 methods of that name fit; give one of them another name",
  })
  void aFallbackThatCannotAnswer(String method, String reason) {
    assertThatThrownBy(() -> Readers.guard(Fallbacks.class, method))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining(SUBJECT + "#" + method)
        .hasMessageContaining("@Fallback(value = ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource({"inherited", "configured"})
  void aFallbackThatIsFoundElsewhere(String method) throws Exception {
    assertThat(Readers.guard(Fallbacks.class, method)).contains("policy Fallback\n");
  }

  @Test
  void aClassDoesNotMeanWhatEveryObjectHas() {
    PolicyReader reader = Readers.of(OnEnum.class);

    assertThat(reader.policiesOf(Readers.method(reader, "work")).kinds()).contains("Timeout");
    assertThat(reader.policiesOf(Readers.method(reader, "toString")).kinds()).isEmpty();
    assertThat(reader.policiesOf(Readers.method(reader, "values")).kinds()).isEmpty();
    assertThat(reader.policiesOf(Readers.method(reader, "valueOf")).kinds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"250, '', true", "251, '', false", "249, ' @Timeout(\"60s\")', true"})
  void parametersUpToTheJvmsLimit(int count, String more, boolean woven) throws Throwable {
    String parameters =
        IntStream.range(0, count).mapToObj(i -> "int a" + i).collect(Collectors.joining(", "));
    String arguments = "1, ".repeat(count - 1) + "1";
    String source =
        HEAD
            + "class Many { static int calls; @Retry(delay = \"0ms\")"
            + more
            + " @Fallback(\"instead\") static int many("
            + parameters
            + ") { calls++; if (calls < 5) throw new UncheckedIOException(new IOException());"
            + " return a0 + a"
            + (count - 1)
            + "; } static int instead("
            + parameters
            + ") { return 7; } static Object run() { return many("
            + arguments
            + ") + many("
            + arguments
            + "); } static Object once() { calls = 9; return many("
            + arguments
            + "); } }";
    WovenSource many = WovenSource.of(11, "kinds.Many", source);

    // Three calls fail and are answered by 7; of the other three the second gives 1 + 1.
    assertThat(many.run("kinds.Many", woven ? "run" : "once")).isEqualTo(woven ? 9 : 2);
    assertThat(many.isWoven("kinds.Many")).isEqualTo(woven);
  }

  @Test
  void aMethodThatWouldBecomeTooLargeLeavesTheOthersGuarded() throws Throwable {
    // Each statement takes 10 bytes of code or more; a method has 65535.
    String source =
        HEAD
            + "class Large { static int calls; static long x; @Retry(delay = \"0ms\") static void"
            + " large() { "
            + "x = x * 3 + 1; ".repeat(5_450)
            + "} @Retry(delay = \"0ms\") static int small() { if (++calls < 3) throw new"
            + " UncheckedIOException(new IOException()); return calls; }"
            + " static Object run() { large(); return small(); } }";

    assertThat(WovenSource.of(11, "kinds.Large", source).run("kinds.Large", "run")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"255, static", "254, ''", "254, synchronized"})
  void everyParameterThatTheJvmAllows(int count, String modifier) throws Throwable {
    String parameters =
        IntStream.range(0, count).mapToObj(i -> "int a" + i).collect(Collectors.joining(", "));
    String source =
        HEAD
            + "class Most { static int calls; @Retry(delay = \"0ms\") @CircuitBreaker "
            + modifier
            + " int most("
            + parameters
            + ") { a0 += ++calls; if (calls < 3) throw new UncheckedIOException(new IOException());"
            + " return a0 + a"
            + (count - 1)
            + "; } static Object run() { return new Most().most("
            + "1, ".repeat(count - 1)
            + "1); } }";

    WovenSource compiled = WovenSource.of(17, "kinds.Most", source);

    assertThat(compiled.isWoven("kinds.Most")).isTrue();
    assertThat(compiled.run("kinds.Most", "run")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "extends java.net.URLClassLoader { Loads() { super(new java.net.URL[0]); }",
    "implements java.lang.instrument.ClassFileTransformer {",
    "extends Between {"
  })
  void whoTakesPartInLoadingClassesIsLeftAlone(String kind) throws Exception {
    String source =
        HEAD
            + "class Loads "
            + kind
            + " @Retry public void load() {} }"
            + " abstract class Between extends ClassLoader {}";

    assertThat(WovenSource.of(17, "kinds.Loads", source).isWoven("kinds.Loads")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "class Bound implements Serializable, '', synchronized, false",
    "class Bound extends Exception, '', public synchronized, false",
    "class Bound implements Externalizable, '', synchronized static, false",
    "class Bound implements Serializable, '', private synchronized, true",
    "class Bound implements Serializable, '', public, true",
    "class Bound implements Serializable, private static final long serialVersionUID = 1;,"
        + " synchronized, true",
    "class Bound, '', synchronized, true",
    "enum Bound, ;, synchronized, true",
  })
  void whatSerializedObjectsAreBoundTo(String head, String field, String modifiers, boolean isWoven)
      throws Throwable {
    String outside =
        head.contains("External")
            ? "public void writeExternal(ObjectOutput o) {} public void readExternal(ObjectInput i)"
                + " {}"
            : "";
    String source =
        HEAD + head + " {" + field + outside + " @Retry " + modifiers + " void run() {} }";

    WovenSource bound = WovenSource.of(17, "kinds.Bound", source);

    assertThat(bound.isWoven("kinds.Bound")).isEqualTo(isWoven);
    assertThat(bound.reasons("kinds.Bound"))
        .hasSize(isWoven ? 0 : 1)
        .allMatch(reason -> reason.contains("serialVersionUID"));
  }

  @Test
  void anAbstractMethodOfAClassIsToldAndOneOfAnInterfaceIsNot() throws Throwable {
    WovenSource source =
        WovenSource.of(
            17,
            "kinds.Job",
            HEAD
                + "abstract class Job { @Retry abstract void check(); }"
                + " interface Task { @Retry void check(); }"
                + " @Retry abstract class All implements Task { public abstract void other(); }");

    assertThat(source.reasons("kinds.Job"))
        .singleElement()
        .asString()
        .startsWith("an abstract method of a class has no body");
    assertThat(source.reasons("kinds.Task")).isEmpty();
    assertThat(source.reasons("kinds.All")).isEmpty();
  }

  @Test
  void aPolicyWhoseBodyIsInheritedFromElsewhereIsTold() throws Throwable {
    String source =
        HEAD
            + "interface Pay<T> { @Retry void pay(T what); }"
            + " class Base { public void pay(String what) {} }"
            + " class Impl extends Base implements Pay<String> {}"
            + " class Overrides extends Base implements Pay<String> {"
            + " @Override public void pay(String what) { super.pay(what); } }"
            + " class Knows implements Pay<String> { @Override public void pay(String what) {} }"
            + " class Below extends Knows implements Pay<String> {}"
            + " class Own { @Retry public void pay(String what) {} }"
            + " class OfOwn extends Own implements Pay<String> {}";

    WovenSource kinds = WovenSource.of(17, "kinds.Pay", source);

    assertThat(kinds.reasons("kinds.Impl"))
        .singleElement()
        .asString()
        .startsWith("its body is in kinds.Base, which does not implement kinds.Pay");
    for (String fine : new String[] {"Overrides", "Knows", "Below", "OfOwn", "Base"}) {
      assertThat(kinds.reasons("kinds." + fine)).as(fine).isEmpty();
    }
  }

  @Test
  void aTypeThatIsAbsentIsNoReasonToLeaveTheClassAlone() throws Throwable {
    String source =
        HEAD
            + "class Optional { static int calls; Absent field;"
            + " @Retry(delay = \"0ms\") static int run() { if (++calls < 3) throw new"
            + " UncheckedIOException(new IOException()); return calls; } }"
            + " class Absent {}";

    WovenSource optional = WovenSource.of(11, "kinds.Optional", source).without("kinds.Absent");

    assertThat(optional.run("kinds.Optional", "run")).isEqualTo(3);
  }

  private static final String SUBJECT = "dev.mulligan.agent.weave.NotWovenTest$Fallbacks";

  interface Answers {
    default int ofInterface(int value) {
      return -value;
    }
  }

  @SuppressWarnings("unused")
  static class Fallbacks implements Answers {
    @Fallback("nowhere")
    int absent(int value) {
      return value;
    }

    @Fallback("text")
    int misfit(int value) {
      return value;
    }

    String text(int value) {
      return "" + value;
    }

    @Fallback("answer")
    static int needsStatic(int value) {
      return value;
    }

    int answer(int value) {
      return value;
    }

    @Fallback("itself")
    int itself(int value) {
      return value;
    }

    @Fallback("back")
    int there(int value) {
      return value;
    }

    @Fallback("there")
    int back(int value) {
      return value;
    }

    @Fallback("many")
    int twice(int value) {
      return value;
    }

    int many(int value) {
      return value;
    }

    int many(int value, Exception thrown) {
      return value;
    }

    @Fallback("ofInterface")
    int inherited(int value) {
      return value;
    }

    @Fallback("${the.fallback}")
    int configured(int value) {
      return value;
    }
  }

  @Retry
  @Timeout("1s")
  @SuppressWarnings("unused")
  enum OnEnum {
    ONE;

    public void work() {}

    @Override
    public String toString() {
      return "one";
    }
  }
}
