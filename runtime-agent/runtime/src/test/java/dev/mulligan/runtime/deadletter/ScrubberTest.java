package dev.mulligan.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of a secret that is too long to be looked for as a whole. */
class ScrubberTest {
  private static final String DOCUMENT =
      "Patient: Erika Mustermann\nDiagnosis: \"F32.1\"\n" + "another line of it\n".repeat(60);

  private final Scrubber scrubber = new Scrubber(List.of(DOCUMENT));

  @Test
  void itIsFoundAsItStandsInJson() {
    String json = Json.text(DOCUMENT).toString();

    assertThat(scrubber.scrub("400 for {\"document\":" + json + "}"))
        .isEqualTo("400 for {\"document\":\"[redacted]");
  }

  @Test
  void itIsFoundAsItStandsInAUrl() {
    assertThat(scrubber.scrub("400 for ?q=" + URLEncoder.encode(DOCUMENT, UTF_8)))
        .isEqualTo("400 for ?q=[redacted]");
  }

  @Test
  void soIsALineOfIt() {
    assertThat(scrubber.scrub("cannot read 'Diagnosis: \"F32.1\"'"))
        .isEqualTo("cannot read '[redacted]");
    assertThat(scrubber.scrub("no such line")).isEqualTo("no such line");
  }

  @Test
  void aCharacterThatIsCutInTwoDoesNotHideIt() {
    String emojis = "x" + "\uD83D\uDE00".repeat(600);

    assertThat(new Scrubber(List.of(emojis)).scrub("of " + URLEncoder.encode(emojis, UTF_8)))
        .isEqualTo("of [redacted]");
  }
}
