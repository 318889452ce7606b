package dev.mulligan.runtime.deadletter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.admin.AdminClient;
import dev.mulligan.runtime.admin.AdminSocket;
import dev.mulligan.runtime.secret.SecretTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plants a thousand secrets in the calls of a process, and looks for them, and for pieces of them,
 * in every byte that it writes and in all that it answers.
 */
@Timeout(120)
class PlantedSecretsTest {
  private static final int ONE_OF = 16;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;
  @TempDir private Path elsewhere;

  /** Every text in which secrets are looked for, by where it is from. */
  private final Map<String, String> texts = new LinkedHashMap<>();

  @Test
  void noSecretLeavesTheProcess() throws Exception {
    run();
    assertNoneIsFound();
  }

  @Test
  void noSecretLeavesTheProcessThatKeepsThemEncrypted() throws Exception {
    Path key = elsewhere.resolve("keys");
    Files.writeString(key, "k1:" + Base64.getEncoder().encodeToString(new byte[32]));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    run("-D" + KeyFile.SETTING + "=" + key);
    assertNoneIsFound();
    assertThat(texts.get("letters.export")).contains("\"sealed\"");
  }

  private void run(String... options) throws Exception {
    Process process = LeakyHost.start(folder, secrets(), options);
    try {
      assertThat(process.inputReader().readLine()).isEqualTo("ready");
      ask(AdminClient.find(folder).get(0));
      process.getOutputStream().close();
      assertThat(process.waitFor()).isZero();
    } finally {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(file.toString(), Files.readString(file, ISO_8859_1));
      }
    }
  }

  private Path secrets() {
    return elsewhere.resolve("secrets");
  }

  private List<Planted> planted() throws IOException {
    return Files.readAllLines(secrets()).stream().map(Planted::of).toList();
  }

  private void ask(AdminSocket socket) throws IOException {
    for (String command :
        List.of("status", "breakers.list", "letters.list", "letters.stats", "letters.export")) {
      texts.put(command, answer(socket, Map.of("command", command)));
    }
    for (int call = 0; call < LeakyHost.CALLS; call++) {
      Map<String, Object> list = Map.of("command", "letters.list", "call", "leaky " + call);
      Map<?, ?> entry = (Map<?, ?>) ((List<?>) send(socket, list).get("letters")).get(0);
      texts.put(
          "letter " + call,
          answer(socket, Map.of("command", "letters.show", "id", entry.get("id"))));
    }
    // What an operator looks for may be a secret as well, and each order is written down.
    List<Planted> planted = planted();
    for (int i = 0; i < planted.size(); i += ONE_OF) {
      Map<String, Object> order =
          Map.of("command", "letters.discard", "text", planted.get(i).text());
      texts.merge("orders", answer(socket, order), String::concat);
    }
  }

  private static String answer(AdminSocket socket, Map<String, Object> request) throws IOException {
    return send(socket, request).toString();
  }

  private static Map<String, Object> send(AdminSocket socket, Map<String, Object> request)
      throws IOException {
    Map<String, Object> answer = AdminClient.send(socket, request, LIMIT);
    assertThat(answer).containsEntry("ok", true);
    return answer;
  }

  private void assertNoneIsFound() throws IOException {
    List<Planted> planted = planted();
    assertThat(planted).hasSizeGreaterThan(1_000);
    Haystack log = new Haystack(texts, this::isLog);
    Haystack rest = new Haystack(texts, where -> !isLog(where));
    List<String> found = new ArrayList<>();
    for (Planted secret : planted) {
      for (String trace : secret.traces()) {
        rest.find(trace).forEach(where -> found.add(trace + " of " + secret + " in " + where));
        if (secret.isKnownToLog()) {
          log.find(trace).forEach(where -> found.add(trace + " of " + secret + " in " + where));
        }
      }
    }
    assertThat(found).isEmpty();
    assertAllIsThere();
  }

  private boolean isLog(String where) {
    return where.equals(LeakyHost.log(folder).toString());
  }

  /** What is no secret is found: the search is able to find, and it looks at everything. */
  private void assertAllIsThere() {
    assertThat(texts.get("letters.export")).contains(LeakyHost.HARMLESS, SecretTexts.MARK);
    assertThat(texts.get("letters.list")).contains(LeakyHost.HARMLESS);
    assertThat(texts.get("letter 0")).contains(LeakyHost.HARMLESS, SecretTexts.MARK);
    assertThat(texts.get("status")).contains("lettersWritten=1", "leaky 63");
    assertThat(texts.get("breakers.list")).contains("leaky 63");
    assertThat(texts.get("letters.stats")).contains("received=" + LeakyHost.CALLS);
    assertThat(texts.get(LeakyHost.log(folder).toString()))
        .contains("leaky 63", SecretTexts.MARK, "letters.discard");
    assertThat(texts.get(LeakyHost.events(folder).toString()))
        .contains("AttemptFailed leaky 63", "LetterWritten", "BreakerMoved", "Operated");
    assertThat(texts)
        .anySatisfy(
            (where, text) ->
                assertThat(where.endsWith(".journal") && text.contains(LeakyHost.HARMLESS))
                    .isTrue());
  }
}
