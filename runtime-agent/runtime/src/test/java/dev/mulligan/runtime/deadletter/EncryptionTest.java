package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.method.Parameter;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Secrets that are kept for a replay alone. */
class EncryptionTest {
  private static final String FIRST = key(1);
  private static final String SECOND = key(2);
  private static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("user", String.class, false),
          new Parameter("pin", String.class, true),
          new Parameter("card", Card.class, false),
          new Parameter("words", char[].class, false));

  private final Json json = new Json();
  private final KeyRing ring = KeyFile.parse("one:" + FIRST);

  @Test
  void secretArgumentsComeBackAndAreNotToBeSeen() {
    Letter letter = letter(ring);
    String stored = LetterJson.write(letter);

    assertThat(stored).doesNotContain("1234").doesNotContain("4111").doesNotContain("abc");
    assertThat(letter.replayable()).isTrue();
    assertThat(letter.arguments().get(1).note()).isEqualTo("[encrypted]");
    assertThat(letter.arguments().get(2).note())
        .isEqualTo(
            "[encrypted] holds redacted values: {\"owner\":\"ada\",\"number\":\"[redacted]\"}");
    Object[] read = reader(ring).read(LetterJson.read(stored), PARAMETERS);
    assertThat(read).startsWith("ada", "1234", new Card("ada", "4111"));
    assertThat((char[]) read[3]).containsExactly('a', 'b', 'c');
  }

  @Test
  void nothingIsEncryptedTwiceTheSame() {
    assertThat(letter(ring).arguments().get(1).sealed())
        .startsWith("one:")
        .isNotEqualTo(letter(ring).arguments().get(1).sealed());
  }

  @Test
  void olderKeysStillOpenAndTheFirstOneSeals() {
    KeyRing rotated = KeyFile.parse("# new\ntwo: " + SECOND + "\n\none:" + FIRST + "\r\n");

    assertThat(reader(rotated).read(letter(ring), PARAMETERS)).contains("1234");
    assertThat(letter(rotated).arguments().get(1).sealed()).startsWith("two:");
  }

  @Test
  void withoutTheKeyItIsSaidThatThereIsNone() {
    Letter letter = letter(ring);

    assertThatThrownBy(() -> reader(KeyFile.parse("two:" + SECOND)).read(letter, PARAMETERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "argument pin cannot be decrypted: it was encrypted with a key that is not there");
    assertThatThrownBy(() -> new ArgumentReader(json).read(letter, PARAMETERS))
        .hasMessage("argument pin cannot be decrypted: there is no key file that can be used");
    assertThatThrownBy(() -> reader(KeyFile.parse("one:" + SECOND)).read(letter, PARAMETERS))
        .hasMessageContaining("or was changed since");
  }

  @Test
  void whatWasEncryptedOpensNowhereElse() {
    Letter letter = letter(ring);
    List<LetterArgument> own = letter.arguments();
    Letter swapped =
        with(letter, List.of(own.get(0), renamed(own.get(3), "pin"), own.get(2), own.get(1)));
    Letter other = Letters.of("Shop#pay", "Shop", own);
    LetterArgument pin = own.get(1);
    Letter changed =
        with(
            letter,
            List.of(own.get(0), sealed(pin, pin.sealed() + "AAAA"), own.get(2), own.get(3)));

    for (Letter hostile : List.of(swapped, with(other, "2", own), changed)) {
      assertThatThrownBy(() -> reader(ring).read(hostile, PARAMETERS))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was not encrypted for this letter and place");
    }
  }

  @Test
  void anUpcasterMayMoveWhatItCannotRead() {
    Letter letter = letter(ring);
    List<LetterArgument> own = letter.arguments();
    List<Parameter> now = List.of(PARAMETERS.get(1), PARAMETERS.get(0));

    Object[] read =
        reader(ring).read(letter, List.of(renamed(own.get(1), "code"), own.get(0)), now);

    assertThat(read).containsExactly("1234", "ada");
  }

  @Test
  void aLetterThatTakesInAnotherKeepsWhatWasEncryptedForIt() {
    Letter letter = letter(ring);

    Letter joined = letter.joined(with(letter(ring), "2", letter(ring).arguments()));

    assertThat(reader(ring).read(joined, PARAMETERS)).contains("1234");
  }

  @Test
  void exceptionsDoNotQuoteWhatDoesNotFit() {
    List<Parameter> now = List.of(PARAMETERS.get(0), new Parameter("pin", List.class, true));
    Letter letter = letter(ring);

    assertThatThrownBy(() -> reader(ring).read(with(letter, letter.arguments().subList(0, 2)), now))
        .hasMessage("argument pin does not fit java.util.List")
        .hasNoCause();
  }

  @Test
  void brokenTextsAreRefused() {
    for (String hostile : List.of("", ":", "one", "one:", "one:AAAA", "one:%%", "x:AAAA")) {
      assertThatThrownBy(() -> ring.open(hostile, "1", 0, "a"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one:c2hvcnQ= | line 1: the key has 5 bytes, and must have 32",
        "one | line 1: there is no id and colon before the key",
        "o ne:AAAA | line 1: there is no id and colon before the key",
        "# a comment | there is no key in it",
        "one:%%%s3cr3t | line 1: the key is not Base64"
      })
  void aFileThatSaysAnythingElseIsRefused(String text, String message) {
    assertThatThrownBy(() -> KeyFile.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void anIdThatIsThereTwiceIsRefused() {
    assertThatThrownBy(() -> KeyFile.parse("one:" + FIRST + "\none:" + SECOND))
        .hasMessage("line 2: the id is there twice");
  }

  private ArgumentReader reader(KeyRing keys) {
    return new ArgumentReader(json, () -> keys);
  }

  private Letter letter(KeyRing keys) {
    List<LetterArgument> arguments =
        new ArgumentWriter(json, true)
            .capture(
                PARAMETERS,
                List.of("ada", "1234", new Card("ada", "4111"), new char[] {'a', 'b', 'c'}))
            .forLetter(Letters.ID, keys);
    return Letters.of("Shop#pay", "Shop", arguments);
  }

  private static LetterArgument renamed(LetterArgument argument, String name) {
    return new LetterArgument(name, argument.type(), null, argument.note(), argument.sealed());
  }

  private static LetterArgument sealed(LetterArgument argument, String text) {
    return new LetterArgument(argument.name(), argument.type(), null, argument.note(), text);
  }

  private static Letter with(Letter letter, List<LetterArgument> arguments) {
    return with(letter, letter.id(), arguments);
  }

  private static Letter with(Letter letter, String id, List<LetterArgument> arguments) {
    return new Letter(
        id,
        letter.callId(),
        letter.queue(),
        letter.reason(),
        letter.type(),
        letter.receiver(),
        letter.method(),
        letter.key(),
        letter.identity(),
        arguments,
        letter.failure(),
        letter.attempts(),
        letter.firstFailure(),
        letter.lastFailure(),
        letter.retainUntil(),
        letter.origin(),
        letter.status());
  }

  private static String key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return Base64.getEncoder().encodeToString(bytes);
  }

  record Card(String owner, @Redact String number) {}
}
