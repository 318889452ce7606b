package dev.mulligan.runtime.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes JSON that no writer of letters makes. */
final class Nasty {
  /** Known for what they do when data has them made. */
  static final List<String> CLASSES =
      List.of(
          "com.sun.rowset.JdbcRowSetImpl",
          "javax.script.ScriptEngineManager",
          "org.springframework.context.support.ClassPathXmlApplicationContext",
          "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
          "dev.mulligan.runtime.deadletter.NeverLoaded");

  private static final String[] NAMES = {
    "name",
    "amount",
    "shape",
    "parts",
    "any",
    "size",
    "next",
    "value",
    "@type",
    "@class",
    "type",
    "failing",
    "",
    "class",
    "__proto__"
  };
  private static final String[] NUMBERS = {
    "0",
    "-0",
    "1",
    "1e999999999",
    "-1e-999999999",
    "1e400",
    "9223372036854775808",
    "0.1",
    "1E2",
    "NaN",
    "Infinity",
    "0x10",
    "01",
    "1.",
    "9".repeat(900),
    "9".repeat(1_100),
    "1e+2147483648"
  };
  private static final String[] TEXTS = {
    "",
    "RED",
    "\\u0000",
    "\\ud800",
    "\\udc00\\ud800",
    "\ud800",
    "\u2028",
    "HostileLettersTest$Dot",
    "2030-01-01T00:00:00Z",
    "+1000000000-12-31T23:59:59Z",
    "PT2562047788015215H30M",
    "AAAA",
    "%%%",
    "1",
    "\\x",
    "\\u12",
    "java.lang.Runtime"
  };

  private final Random random;

  Nasty(Random random) {
    this.random = random;
  }

  String letter() {
    List<String> fields = new ArrayList<>();
    add(fields, "op", "\"letter\"");
    for (String name : List.of("id", "call", "queue", "receiver", "method", "key", "identity")) {
      add(fields, name, "\"" + name + "\"");
    }
    add(fields, "reason", "\"FAILED\"");
    add(fields, "type", "\"NETWORK\"");
    for (String name : List.of("lastFailure", "retainUntil", "firstFailure")) {
      add(fields, name, "\"2030-01-01T00:00:00Z\"");
    }
    add(fields, "arguments", "[" + argument() + "]");
    add(fields, "attempts", "[" + attempt() + "]");
    for (String name : List.of("failure", "thread", "host", "version", "trace")) {
      add(fields, name, "\"x\"");
    }
    if (random.nextInt(3) == 0) {
      add(fields, "status", "{\"state\":\"STORED\",\"count\":" + number() + "}");
      add(fields, "context", "{" + field("a", "\"b\"") + "}");
    }
    String whole = "{" + String.join(",", fields) + "}";
    return switch (random.nextInt(12)) {
      case 0 -> whole.substring(0, random.nextInt(whole.length()));
      case 1 -> value(4);
      case 2 -> whole.repeat(2);
      default -> whole;
    };
  }

  private String argument() {
    return "{"
        + field("name", "\"a\"")
        + ","
        + field("type", "\"T\"")
        + ","
        + field("value", "1")
        + "}";
  }

  private String attempt() {
    return "{\"number\":1,\"at\":\"2030-01-01T00:00:00Z\",\"waited\":\"PT0S\",\"type\":\"NETWORK\","
        + field("failure", "\"f\"")
        + "}";
  }

  /** Mostly as it should be. */
  private void add(List<String> fields, String name, String good) {
    if (random.nextInt(150) > 0) {
      fields.add(field(name, good));
    }
    if (random.nextInt(150) == 0) {
      fields.add(field(name, value(3)));
    }
  }

  private String field(String name, String good) {
    return "\"" + name + "\":" + (random.nextInt(40) == 0 ? value(3) : good);
  }

  String value(int depth) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    return switch (kind) {
      case 0 -> number();
      case 1, 2 -> "\"" + text() + "\"";
      case 3 -> random.nextBoolean() ? "null" : "true";
      case 4 -> huge();
      case 5 -> number();
      case 6, 7 -> "[" + value(depth - 1) + "," + value(depth - 1) + "]";
      case 8 ->
          "[\"" + CLASSES.get(random.nextInt(CLASSES.size())) + "\"," + value(depth - 1) + "]";
      default -> object(depth);
    };
  }

  private String object(int depth) {
    List<String> fields = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = NAMES[random.nextInt(NAMES.length)];
      boolean isType = name.startsWith("@") || name.equals("class");
      String value =
          isType && random.nextBoolean()
              ? "\"" + CLASSES.get(random.nextInt(CLASSES.size())) + "\""
              : value(depth - 1);
      fields.add("\"" + name + "\":" + value);
    }
    return "{" + String.join(",", fields) + "}";
  }

  /** Long or deep, now and then. */
  private String huge() {
    if (random.nextInt(10) > 0) {
      return "1";
    }
    int size = 1 << random.nextInt(18);
    return switch (random.nextInt(5)) {
      case 0 -> "[".repeat(size);
      case 1 -> "[".repeat(Math.min(size, 300)) + "]".repeat(Math.min(size, 300));
      case 2 -> "{\"next\":".repeat(Math.min(size, 5_000));
      case 3 -> "\"" + "x".repeat(size) + "\"";
      default -> "[" + "0,".repeat(size) + "0]";
    };
  }

  private String number() {
    return NUMBERS[random.nextInt(NUMBERS.length)];
  }

  String text() {
    return random.nextInt(4) == 0
        ? CLASSES.get(random.nextInt(CLASSES.size()))
        : TEXTS[random.nextInt(TEXTS.length)];
  }
}
