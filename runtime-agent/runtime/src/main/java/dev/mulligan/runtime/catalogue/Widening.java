package dev.mulligan.runtime.catalogue;

import java.util.Map;
import java.util.Set;

/** Knows which simple types take every value that another one wrote. */
final class Widening {
  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "double", "java.lang.Double",
          "float", "java.lang.Float",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "short", "java.lang.Short");

  private static final Map<String, Set<String>> WIDER =
      Map.of(
          "byte", Set.of("short", "int", "long", "java.math.BigInteger", "java.math.BigDecimal"),
          "short", Set.of("int", "long", "java.math.BigInteger", "java.math.BigDecimal"),
          "int", Set.of("long", "java.math.BigInteger", "java.math.BigDecimal"),
          "long", Set.of("java.math.BigInteger", "java.math.BigDecimal"),
          "java.math.BigInteger", Set.of("java.math.BigDecimal"),
          "float", Set.of("double", "java.math.BigDecimal"),
          "double", Set.of("java.math.BigDecimal"),
          "char", Set.of("java.lang.String"));

  private Widening() {}

  /** Tells whether every value of the one can be read as the other. A null has no primitive. */
  static boolean fits(String old, String now) {
    if (isBox(old) && BOXES.containsKey(now)) {
      return false;
    }
    String from = unboxed(old);
    String to = unboxed(now);
    return from.equals(to) || WIDER.getOrDefault(from, Set.of()).contains(to);
  }

  private static boolean isBox(String type) {
    return BOXES.containsValue(type);
  }

  private static String unboxed(String type) {
    return BOXES.entrySet().stream()
        .filter(box -> box.getValue().equals(type))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(type);
  }
}
