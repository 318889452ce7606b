package dev.mulligan.conformance.hosts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the compiler refuses, the agent leaves unwoven, and says so with the same words. */
class SameVerdictTest {
  /** The sources that the processor complains of, each with what it says. */
  private static final Path BAD = Path.of("../../processor/src/test/resources/bad");

  private static final Set<String> CODES =
      Set.of(
          "MulliganAsyncResult",
          "MulliganBadClass",
          "MulliganBadFallback",
          "MulliganBadKey",
          "MulliganBadPolicy",
          "MulliganNoResult",
          "MulliganTwoKeys");

  /** Does not compile without the processor either. */
  private static final Set<String> LEFT_OUT = Set.of("UnderstoodByJavac");

  /**
   * A meta-annotation that is not kept at run time: the agent passes over these unread, because
   * class files are full of those of others.
   */
  private static final Set<String> NOT_SEEN = Set.of("com.acme.Wild");

  /** What has no body is judged where it is implemented. */
  private static final Map<String, String> JUDGED_AT =
      Map.of(
          "com.acme.AdapterOfOtherType#call", "com.acme.Adapted#call",
          "com.acme.Api#call", "com.acme.AnApi#call",
          "com.acme.FallbackBlank#call", "com.acme.Blank#call",
          "com.acme.FallbackOfInterface#call", "com.acme.Both#call",
          "com.acme.Reactive#multi", "com.acme.Reacting#multi",
          "com.acme.Reactive#single", "com.acme.Reacting#single",
          "com.acme.Reactive#subtype", "com.acme.Reacting#subtype",
          "com.acme.Reactive#suspending", "com.acme.Reacting#suspending");

  /** The same option is given to the compiler and to the agent in different ways. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of("-Amulligan.async", "mulligan.async");

  private static final Pattern LINE =
      Pattern.compile("\\S+: error: \\[(\\w+)] (?<location>[^:]+): (?<text>.*)");

  @TempDir private static Path folder;
  private static Map<String, List<String>> reasons = Map.of();

  @BeforeAll
  static void explainAllOfThem() throws Exception {
    List<String> command =
        new ArrayList<>(List.of("-jar", HostJars.MULLIGAN.toString(), "explain", "--json"));
    for (String name : cases()) {
      command.add(compile(name).toString());
    }
    HostRun run = new HostJvm(folder).exits(1).run(command.toArray(String[]::new));
    JsonNode explained = JsonMapper.shared().readTree(run.output());
    reasons =
        StreamSupport.stream(explained.spliterator(), false)
            .filter(method -> method.get("verdict").asString().equals("notGuarded"))
            .collect(
                groupingBy(
                    method ->
                        method.get("class").asString() + "#" + method.get("method").asString(),
                    mapping(method -> method.get("reason").asString(), toList())));
  }

  static List<Message> messages() throws IOException {
    List<Message> messages = new ArrayList<>();
    for (String name : cases()) {
      messages.addAll(messages(name));
    }
    return messages;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void whatTheCompilerRefusesIsNotGuarded(Message message) {
    String location = JUDGED_AT.getOrDefault(message.location(), message.location());

    assertThat(reasons)
        .hasEntrySatisfying(
            location, found -> assertThat(String.join("\n", found)).contains(message.agentsText()));
  }

  @Test
  void thereIsACaseOfEveryCode() throws IOException {
    assertThat(messages()).extracting(Message::code).containsAll(CODES);
  }

  /** The cases that are about any of the codes. */
  private static List<String> cases() throws IOException {
    List<String> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(BAD)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString().replace(".expected", "");
        if (file.toString().endsWith(".expected")
            && !LEFT_OUT.contains(name)
            && !messages(name).isEmpty()) {
          cases.add(name);
        }
      }
    }
    return cases;
  }

  private static List<Message> messages(String name) throws IOException {
    try (Stream<String> lines = Files.lines(BAD.resolve(name + ".expected"))) {
      return lines
          .map(LINE::matcher)
          .filter(Matcher::matches)
          .map(found -> new Message(found.group(1), found.group("location"), found.group("text")))
          .filter(message -> CODES.contains(message.code()))
          .filter(message -> !NOT_SEEN.contains(message.location()))
          .toList();
    }
  }

  /** With classes that implement its interfaces, if there are any. */
  private static Path compile(String name) throws IOException {
    Path sources = BAD.toAbsolutePath().resolve(name);
    List<String> all = new ArrayList<>();
    all.add(Files.isDirectory(sources) ? sources.toString() : sources + ".java");
    String implementers = "verdicts/" + name + ".java";
    if (Files.exists(Path.of("src/test/resources/hosts", implementers))) {
      all.add(implementers);
    }
    return Application.compile(folder, all);
  }

  /** What the compiler says of a method. */
  record Message(String code, String location, String text) {
    String agentsText() {
      String words = text;
      for (Map.Entry<String, String> other : OTHER_WORDS.entrySet()) {
        words = words.replace(other.getKey(), other.getValue());
      }
      return words;
    }

    @Override
    public String toString() {
      return code + " " + location;
    }
  }
}
