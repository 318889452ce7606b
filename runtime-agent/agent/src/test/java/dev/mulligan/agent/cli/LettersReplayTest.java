package dev.mulligan.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Letters of an application that runs. */
@Timeout(60)
class LettersReplayTest {
  @TempDir private static Path folder;
  private static ShopHost shop;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws IOException {
    shop = new ShopHost(folder);
  }

  @AfterAll
  static void end() throws Exception {
    shop.close();
  }

  @BeforeEach
  void clear() throws IOException {
    shop.clear();
  }

  private int letters(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add(0, "letters");
    line.add("--dir=" + folder);
    return Main.of(Main.class)
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(new String[0]));
  }

  @Test
  void theApplicationCallsWhatIsOrdered() throws IOException {
    shop.keep("orders", 1, 3);
    shop.keep("mails", 2);

    assertThat(letters("replay", "--queue=orders")).isZero();
    assertThat(out.toString().strip())
        .isEqualTo("2 replayed, 0 failed, 0 not replayable, 0 taken by others");
    assertThat(shop.booked()).isEqualTo(List.of(1, 3));
    assertThat(letters("list")).isZero();
    assertThat(out.toString()).contains("tenant 2").doesNotContain("tenant 1");
  }

  @Test
  void aCallThatFailsAgainIsAProblemThatIsShown() throws IOException {
    shop.keep("orders", 1, 91);

    assertThat(letters("replay", "--all")).isEqualTo(Main.PROBLEM);
    assertThat(out.toString().lines().map(String::strip).map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "1 replayed, 1 failed, 0 not replayable, 0 taken by others",
            "letter outcome failure",
            shop.id(91) + " FAILED IOException: no till for 91");
  }

  @Test
  void itIsShownWhyTheLastReplayFailed() throws IOException {
    shop.keep("orders", 91);
    assertThat(letters("replay", "--all")).isEqualTo(Main.PROBLEM);

    assertThat(letters("show", shop.id(91))).isZero();
    assertThat(out.toString())
        .contains("failed replays: 1")
        .containsPattern(
            "last failed replay: \\S+T\\S+\\.?\\d*Z  NETWORK\\R  java.io.IOException: no till for"
                + " 91\\R");
    assertThat(letters("list", "--json")).isZero();
    assertThat(out.toString()).contains("\"failure\" : \"java.io.IOException: no till for 91\"");
  }

  @Test
  void theFirstFailureStopsWhereThatIsWanted() throws IOException {
    shop.keep("orders", 90, 91);

    assertThat(letters("replay", "--all", "--stop-on-failure", "--json")).isEqualTo(Main.PROBLEM);
    assertThat(out.toString())
        .contains("\"failed\" : 1")
        .contains("letter " + shop.id(90) + " failed\"");
    assertThat(shop.booked()).isEqualTo(List.of(90));

    assertThat(letters("replay", "--all", "--canary=1", "--rate=1000")).isEqualTo(Main.PROBLEM);
    assertThat(out.toString()).contains("failed, one of the first 1");
  }

  @Test
  void aDryRunChangesNothing() throws IOException {
    shop.keep("orders", 1, 91);

    assertThat(letters("replay", "--all", "--dry-run")).isZero();
    assertThat(out.toString().strip()).isEqualTo("2 fit, 0 do not");
    assertThat(letters("replay", shop.id(91), "--dry-run")).isZero();
    assertThat(out.toString()).contains("1 fits, 0 do not");
    assertThat(shop.booked()).isEqualTo(List.of());
    assertThat(letters("stats")).isZero();
    assertThat(out.toString()).contains("2 letters wait");
  }

  @Test
  void certainLettersAreMeantByTheBeginningsOfTheirIds() throws IOException {
    shop.keep("orders", 1, 2);
    assertThat(letters("list", "--json", "--key=tenant 2")).isZero();
    String id = out.toString().replaceAll("(?s).*\"id\" : \"(.{12}).*", "$1");

    assertThat(letters("replay", id)).isZero();
    assertThat(shop.booked()).isEqualTo(List.of(2));
    assertThat(letters("replay", "abcd")).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).contains("there is no letter abcd");
  }

  @Test
  void itIsToldWhatAnOperatorDoesButNoSecretOfItsFilter() throws IOException {
    shop.keep("orders", 1);

    assertThat(letters("discard", "--key=tenant 1", "--text=s3cr3t")).isZero();
    assertThat(letters("purge", "--text=s3cr3t")).isZero();
    assertThat(letters("replay", "--text=s3cr3t", "--key=s3cr3t")).isZero();

    assertThat(shop.events())
        .contains("letters.discard", "letters.purge", "letters.replay", "text=[hidden]")
        .doesNotContain("s3cr3t", "tenant 1");
  }

  @Test
  void whoeverGoesAwayStopsTheReplay() throws Exception {
    shop.keep("orders", 1, 2);
    shop.hold(1);
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread operator = new Thread(() -> exit.complete(letters("replay", "--all")));

    operator.start();
    shop.awaitHeld();
    operator.interrupt();

    assertThat(exit.get()).isEqualTo(Main.PROBLEM);
    assertThat(err.toString()).contains("stops; it has called");
    shop.release();
    while (!shop.events().contains("ReplayEnded")) {
      Thread.onSpinWait();
    }
    assertThat(shop.events()).contains("stopped=it was told to stop");
    assertThat(shop.booked()).isEqualTo(List.of(1));
  }
}
