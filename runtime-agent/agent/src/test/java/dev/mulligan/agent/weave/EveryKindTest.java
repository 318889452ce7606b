package dev.mulligan.agent.weave;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods of every kind work in every shape, in class files of every age. */
class EveryKindTest {
  private static final String RETRY = "@Retry(delay = \"0ms\")";
  private static final String TIMEOUT = " @Timeout(\"60s\")";
  private static final List<String> SHAPES =
      List.of(
          RETRY,
          RETRY + " @Fallback(\"NAMEInstead\")",
          RETRY + TIMEOUT,
          RETRY + TIMEOUT + " @Fallback(\"NAMEInstead\")");

  /** Result types with what a body gives and what a fallback gives. */
  private static final Map<String, List<String>> RESULTS =
      Map.ofEntries(
          Map.entry("boolean", List.of("true", "false")),
          Map.entry("byte", List.of("(byte) -1", "(byte) 2")),
          Map.entry("char", List.of("'b'", "'f'")),
          Map.entry("short", List.of("(short) -300", "(short) 2")),
          Map.entry("int", List.of("Integer.MIN_VALUE", "2")),
          Map.entry("long", List.of("Long.MIN_VALUE", "2L")),
          Map.entry("float", List.of("1.5f", "2f")),
          Map.entry("double", List.of("Double.MAX_VALUE", "2d")),
          Map.entry("void", List.of("", "")),
          Map.entry("String", List.of("\"body\"", "null")),
          Map.entry("int[]", List.of("INTS", "null")),
          Map.entry("long[][]", List.of("LONGS", "OTHER_LONGS")));

  private static final List<String> MODIFIERS =
      List.of(
          "public",
          "private",
          "static",
          "private static",
          "final",
          "synchronized",
          "static synchronized",
          "protected final synchronized strictfp");

  static Stream<Arguments> shapesAndReleases() {
    return IntStream.of(8, 11, 17, Runtime.version().feature())
        .distinct()
        .boxed()
        .flatMap(release -> SHAPES.stream().map(shape -> Arguments.of(release, shape)));
  }

  @ParameterizedTest
  @MethodSource("shapesAndReleases")
  void everyModifierAndEveryResult(int release, String shape) throws Throwable {
    StringBuilder methods = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (String modifiers : MODIFIERS) {
      RESULTS.forEach(
          (result, values) -> {
            String name = "m" + names.size();
            names.add(name);
            methods.append(methods(name, modifiers, result, values, shape));
          });
    }
    StringBuilder calls = new StringBuilder();
    names.forEach(name -> calls.append("    it.check_").append(name).append("();\n"));
    String source = resource("Matrix.java.txt").replace("METHODS", methods).replace("CALLS", calls);

    WovenSource woven = WovenSource.of(release, "kinds.Matrix", source);

    assertThat(woven.run("kinds.Matrix", "run")).isEqualTo("done");
    assertThat(woven.isWoven("kinds.Matrix")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("shapesAndReleases")
  void everyKindOfMethodAndType(int release, String shape) throws Throwable {
    boolean modern = release >= 17;
    String source =
        resource("Kinds.java.txt")
            .replace("MODERN_TYPES", modern ? resource("Modern.java.txt") : "")
            .replace("MODERN_CALLS", modern ? resource("ModernCalls.java.txt") : "");
    List<String> lines = new ArrayList<>();
    for (String line : source.split("\n", -1)) {
      // "POLICY(name)" stands where the method's annotations do.
      int begin = line.indexOf("POLICY(");
      if (begin < 0) {
        lines.add(line);
      } else {
        int end = line.indexOf(')', begin);
        String name = line.substring(begin + "POLICY(".length(), end);
        lines.add(line.substring(0, begin) + shape.replace("NAME", name) + line.substring(end + 1));
      }
    }

    WovenSource woven = WovenSource.of(release, "kinds.Kinds", String.join("\n", lines));

    assertThat(woven.run("kinds.Kinds", "run")).isEqualTo("done");
  }

  private static String methods(
      String name, String modifiers, String result, List<String> values, String shape) {
    boolean isStatic = modifiers.contains("static");
    boolean locks = modifiers.contains("synchronized");
    String monitor = isStatic ? "Matrix.class" : "this";
    String equal =
        result.equals("void")
            ? "%s;"
            : result.equals("String") || result.endsWith("]")
                ? "check(%s == (" + result + ") VALUE, \"NAME\");"
                : "check(%s == VALUE, \"NAME\");";
    String first = equal.formatted("NAME(f, 7, 1L, 2d, \"x\")").replace("VALUE", values.get(0));
    String second = equal.formatted("NAME(f, 7, 1L, 2d, \"x\")").replace("VALUE", values.get(1));
    String template =
        """
          SHAPE
          MODIFIERS RESULT NAME(Fail f, int a, long b, double c, String d) throws IOException {
            check(a == 7 && b == 1L && c == 2d && d.equals("x"), "arguments of NAME");
            a = 8; b = 9; c = 10; d = "changed";
            LOCKED
            f.hit();
            return FIRST;
          }
          STATIC RESULT NAMEInstead(Fail f, int a, long b, double c, String d, IOException e) {
            check(a == 7 && b == 1L && c == 2d && d.equals("x"), "arguments of the fallback of NAME");
            return SECOND;
          }
          void check_NAME() throws Exception {
            Fail f = new Fail(2);
            CHECK_FIRST
            check(f.calls == 3, "calls of NAME: " + f.calls);
            f = new Fail(9);
            CHECK_SECOND
            check(!Thread.holdsLock(MONITOR), "NAME keeps its monitor");
          }
        """;
    String always =
        shape.contains("Fallback")
            ? second
            : "try { NAME(f, 7, 1L, 2d, \"x\"); check(false, \"NAME\"); } catch (IOException e) {"
                + " check(e == f.last, \"NAME\"); }";
    return template
        .replace("CHECK_FIRST", first)
        .replace("CHECK_SECOND", always)
        .replace("LOCKED", locks ? "check(Thread.holdsLock(MONITOR), \"no lock\");" : "")
        .replace("MONITOR", monitor)
        .replace("SHAPE", shape)
        .replace("MODIFIERS", modifiers)
        .replace("STATIC", isStatic ? "static" : "")
        .replace("RESULT", result)
        .replace("return FIRST;", result.equals("void") ? "" : "return " + values.get(0) + ";")
        .replace("return SECOND;", result.equals("void") ? "" : "return " + values.get(1) + ";")
        .replace("NAME", name);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = EveryKindTest.class.getResourceAsStream("/kinds/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
