package dev.mulligan.agent.cli;

import static dev.mulligan.agent.cli.KeptLetters.THEN;
import static dev.mulligan.agent.cli.KeptLetters.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.admin.OfflineLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.letter.LetterState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Letters of an application that does not run. */
class LettersOfflineTest {
  @TempDir private Path folder;
  private final KeptLetters kept = new KeptLetters();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @BeforeEach
  void keep() throws IOException {
    Files.createDirectory(folder.resolve("journal"));
    for (int number = 0; number < 5; number++) {
      kept.add(number, number < 2 ? "orders" : "mails", "java.io.IOException: no\n\tat x");
    }
  }

  private int letters(String... arguments) {
    return letters(folder, arguments);
  }

  private int letters(Path dir, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--dir=" + dir);
    return Main.of(new LettersCommand(journal -> OfflineLetters.of(kept)))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(new String[0]));
  }

  @Test
  void aListIsATableOfThoseThatWait() {
    kept.discard(id(4));

    assertThat(letters("list")).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0).strip().split(" +"))
        .containsExactly(
            "id", "age", "state", "count", "queue", "type", "method", "key", "failure");
    assertThat(lines.get(1).strip().split(" +"))
        .startsWith(id(0).substring(0, 16))
        .containsSubsequence("STORED", "1", "orders", "NETWORK", "Shop.book", "tenant", "0")
        .endsWith("IOException:", "no");
  }

  @Test
  void idsThatBeginTheSameAreShownSoFarThatTheyDiffer() {
    Letter one = kept.find(id(0)).orElseThrow();
    String twin = id(0).substring(0, 20) + "f" + id(0).substring(21);
    kept.append(LetterJson.read(LetterJson.write(one).replace(id(0), twin)), Duration.ZERO);

    assertThat(letters("list")).isZero();
    assertThat(out.toString())
        .contains("  " + id(0).substring(0, 21) + " ", "  " + twin.substring(0, 21) + " ");
  }

  @Test
  void aLongLetterHasALineThatFits() {
    kept.add(7, "reconciliation-of-everything", "java.net.ConnectException: " + "no ".repeat(200));

    assertThat(letters("list")).isZero();
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(Terminal.width()));
    assertThat(letters("list", "--json")).isZero();
    assertThat(out.toString()).contains("java.net.ConnectException: " + "no ".repeat(200));
  }

  @Test
  void lettersAreCountedForAProgressBar() throws IOException {
    try (LetterDesk desk = desk()) {
      assertThat(desk.count(Map.of("queue", "mails"))).isEqualTo(3);
      assertThat(desk.count(Map.of())).isEqualTo(5);
      assertThat(desk.count(Map.of("colour", "red"))).as("no reason to fail").isNull();
    }
  }

  private LetterDesk desk() throws IOException {
    Processes processes = new Processes();
    new CommandLine(
            CommandSpec.create().addMixin("processes", CommandSpec.forAnnotatedObject(processes)))
        .parseArgs("--dir=" + folder);
    return LetterDesk.open(processes, journal -> OfflineLetters.of(kept));
  }

  @Test
  void filtersLimitsAndJsonGoTogether() {
    assertThat(letters("list", "--json", "--queue=mails", "--limit=2")).isZero();
    assertThat(out.toString())
        .contains(id(2), id(3), "\"more\" : true")
        .doesNotContain(id(1), id(4));

    String second = THEN.plusSeconds(2).toString();
    assertThat(letters("list", "--json", "--until", second)).isZero();
    assertThat(out.toString()).contains(id(0), id(1), "\"more\" : false").doesNotContain(id(2));
    assertThat(letters("list", "--older-than=119m", "--type=network", "--method=book")).isZero();
    assertThat(out.toString().lines()).hasSize(6);
    assertThat(letters("list", "--since=1h")).isZero();
    assertThat(out.toString().strip()).isEqualTo("no letters");
    assertThat(letters("list", "--key=tenant 3", "--text=NO")).isZero();
    assertThat(out.toString()).contains("tenant 3").doesNotContain("tenant 2");
  }

  @Test
  void everyStateIsListedWithAll() {
    kept.discard(id(4));

    assertThat(letters("list", "--all")).isZero();
    assertThat(out.toString().lines()).hasSize(6).last().asString().contains("DISCARDED");
    assertThat(letters("list", "--state=discarded")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void aLetterCannotSteerTheTerminal() {
    kept.add(7, "q\u001b[2J", "a\u009b31m\u202e \u001b]0;x\u0007");

    assertThat(letters("list")).isZero();
    assertThat(out.toString()).doesNotContain("\u001b", "\u009b", "\u202e", "\u0007");
    assertThat(letters("show", id(7))).isZero();
    assertThat(out.toString()).doesNotContain("\u001b", "\u009b", "\u202e", "\u0007");
  }

  @Test
  void aLetterIsShownWholly() {
    assertThat(letters("show", id(3).substring(0, 12))).isZero();
    assertThat(out.toString().lines())
        .contains(
            "letter: " + id(3),
            "state: STORED",
            "call: " + KeptLetters.BOOK,
            "key: tenant 3",
            "version: 1.2",
            "context user: ada",
            "  cents (long): 3",
            "  java.io.IOException: no",
            "attempts:",
            "  1  " + THEN.plusSeconds(3) + "  after 0 ms  NETWORK  java.io.IOException: no??at x")
        .doesNotContain("last failed replay");

    assertThat(letters("show", "--json", id(3))).isZero();
    assertThat(LetterJson.read(out.toString())).isEqualTo(kept.find(id(3)).orElseThrow());
  }

  @Test
  void whatIsNotKnownOfALetterIsNotShown() {
    Letter letter = kept.find(id(3)).orElseThrow();
    String bare =
        LetterJson.write(letter)
            .replace("\"host\":\"localhost\"", "\"host\":\"unknown\"")
            .replaceAll("\"attempts\":\\[.*?\\]", "\"attempts\":[]")
            .replaceAll("\"arguments\":\\[.*?\\]", "\"arguments\":[]")
            .replaceAll("(\"(?:firstFailure|lastFailure)\":\"[^.Z]*)[^Z]*Z", "$1.123456789Z");
    kept.append(LetterJson.read(bare), Duration.ZERO);

    assertThat(letters("show", id(3))).isZero();
    assertThat(out.toString())
        .doesNotContain("host:", "unknown", "attempts:", "arguments:", "456789")
        .containsPattern("last failure: [^ ]*:\\d\\d\\.123Z");
  }

  @Test
  void whatIsNotClearIsAProblem() {
    assertThat(letters("show", "0")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).startsWith("show: more than one letter begins with 0: " + id(0));
    assertThat(letters("show", "abc")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).isEqualTo("show: there is no letter abc" + System.lineSeparator());
  }

  @Test
  void lettersAreCounted() {
    kept.discard(id(0));

    assertThat(letters("stats")).isZero();
    assertThat(out.toString())
        .contains(
            "4 letters wait",
            "oldest " + THEN.plusSeconds(1) + ", newest " + THEN.plusSeconds(4),
            "5 failed calls came in: 5 are letters\n",
            "1        DISCARDED")
        .containsSubsequence("  letters  queue", "  3        mails", "  1        orders");
    assertThat(out.toString()).doesNotContain("poison");
    assertThat(letters("stats", "--json")).isZero();
    assertThat(out.toString()).contains("\"waiting\" : 4");
  }

  @Test
  void oneLetterIsSingularAndPoisonIsToldByCall() {
    kept.clear();
    kept.add(1, "orders", "java.io.IOException: no");
    Letter letter = kept.find(id(1)).orElseThrow();
    kept.append(
        LetterJson.read(
            LetterJson.write(letter).replace("\"reason\":\"FAILED\"", "\"reason\":\"POISON\"")),
        Duration.ZERO);

    assertThat(letters("stats")).isZero();
    assertThat(out.toString().lines())
        .startsWith(
            "1 letter waits",
            "  it failed at " + THEN.plusSeconds(1),
            "1 failed call came in: 1 is a letter")
        .containsSubsequence("  letters  reason", "  1        POISON")
        .containsSubsequence("  letters  poison arguments of", "  1        " + KeptLetters.BOOK)
        .endsWith("  letters  failed last", "  1        less than a day ago");
  }

  @Test
  void anExportIsALineForEachInAFileOfItsOwner() throws IOException {
    Path file = folder.resolve("letters.jsonl");

    assertThat(letters("export", "--to=" + file, "--queue=mails")).isZero();
    assertThat(Files.readAllLines(file))
        .hasSize(3)
        .allSatisfy(
            line -> {
              String id = LetterJson.read(line).id();
              assertThat(LetterJson.read(line)).isEqualTo(kept.find(id).orElseThrow());
            });
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    assertThat(letters("export", "--to=" + file)).as("nothing is overwritten").isEqualTo(1);
    assertThat(Files.readAllLines(file)).hasSize(3);
    assertThat(letters("export", "--limit=4")).isZero();
    assertThat(out.toString().lines()).hasSize(4);
  }

  @Test
  void lettersAreDiscardedByIdAndByFilter() {
    assertThat(letters("discard", id(0), id(1).substring(0, 12))).isZero();
    assertThat(out.toString().strip()).isEqualTo("2 discarded");
    assertThat(kept.status(1).state()).isEqualTo(LetterState.DISCARDED);

    assertThat(kept.claim(id(4), "ada", Duration.ofMinutes(1))).isPresent();
    assertThat(letters("discard", "--json", "--queue=mails")).isEqualTo(Main.PROBLEM);
    assertThat(out.toString()).contains("\"discarded\" : 2", "\"skipped\" : 1");
    assertThat(letters("discard", id(0))).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).contains("letter " + id(0) + " is DISCARDED");
  }

  @Test
  void aPurgeWithoutAFilterLeavesThoseThatWait() {
    kept.discard(id(0));

    assertThat(letters("purge")).isZero();
    assertThat(out.toString().strip()).isEqualTo("1 removed");
    assertThat(letters("purge", "--queue=mails")).isZero();
    assertThat(out.toString().strip()).isEqualTo("3 removed");
    assertThat(kept.stats().total()).isEqualTo(1);
    assertThat(letters("purge", "--all")).isZero();
    assertThat(kept.stats().total()).isZero();
  }

  @Test
  void aReplayNeedsTheApplication() {
    assertThat(letters("replay", "--all")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString())
        .startsWith(
            "replay: a replay calls the application's code, so the application must run;"
                + " no application that runs has its socket in ");
    assertThat(kept.stats().waiting()).isEqualTo(5);
  }

  @Test
  void whichLettersMustBeSaid() {
    for (String command : List.of("replay", "discard")) {
      assertThat(letters(command)).isEqualTo(Main.USAGE);
      assertThat(err.toString()).contains("say which letters: either ids, or a filter or --all");
      assertThat(letters(command, id(0), "--queue=mails")).isEqualTo(Main.USAGE);
    }
    assertThat(kept.stats().waiting()).isEqualTo(5);
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    for (List<String> wrong :
        List.of(
            List.of("show"),
            List.of("show", "abc"),
            List.of("list", "--type=lost"),
            List.of("list", "--colour=red"),
            List.of("export", "--to=/nowhere/letters.jsonl"),
            List.of("discard"))) {
      assertThat(letters(wrong.toArray(new String[0]))).as(wrong.toString()).isNotZero();
      assertThat(out.toString()).isEmpty();
      assertThat(err.toString().lines()).as(wrong.toString()).hasSize(1);
    }
    assertThat(letters("export", "--to=/nowhere/letters.jsonl")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).startsWith("export: there is no folder /nowhere");
  }

  @Test
  void wrongOptionsAreUsage() {
    assertThat(letters("list", "--limit=0")).isEqualTo(Main.USAGE);
    assertThat(letters("list", "--state=lost")).isEqualTo(Main.USAGE);
    assertThat(letters("list", "--since=yesterday")).isEqualTo(Main.USAGE);
    assertThat(err.toString()).contains("'yesterday' is neither a duration such as 30m, 2h or 7d");
    assertThat(letters("replay", "--all", "--rate=-1")).isEqualTo(Main.USAGE);
    assertThat(letters("replay", "--all", "--rate=NaN")).isEqualTo(Main.USAGE);
    assertThat(letters("replay", "--all", "--canary=-1")).isEqualTo(Main.USAGE);
    assertThat(letters("nonsense")).isEqualTo(Main.USAGE);
  }

  @Test
  void aFolderWithoutJournalIsAProblemAndStaysAsItIs(@TempDir Path other) throws IOException {
    assertThat(letters(other, "list")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).contains("and there is no journal in " + other.resolve("journal"));
    try (var files = Files.list(other)) {
      assertThat(files).isEmpty();
    }
    assertThat(letters("list", "--pid=1")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).contains("and is process 1");
  }

  @Test
  void ofTwoProcessesOneMustBeSaid(@TempDir Path shared) throws IOException {
    try (ServerSocketChannel one = listen(shared.resolve("admin-900001-0.sock"));
        ServerSocketChannel two = listen(shared.resolve("admin-900002-0.sock"))) {
      assertThat(one.isOpen() && two.isOpen()).isTrue();
      assertThat(letters(shared, "list")).isEqualTo(Main.USAGE);
      assertThat(err.toString())
          .contains("processes [900001, 900002] have this folder; say which one with --pid");
    }
  }

  private static ServerSocketChannel listen(Path socket) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return channel.bind(UnixDomainSocketAddress.of(socket));
  }
}
