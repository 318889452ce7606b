package dev.mulligan.runtime.deadletter;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.LetterJson;
import dev.mulligan.runtime.method.Parameter;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Base64;
import java.util.List;

/** Whatever stands in a store: it is read, or refused in the one way. */
class DecodersFuzzTest {
  private static final Method[] TARGETS = HostileLettersTest.Targets.class.getDeclaredMethods();
  private static final KeyRing RING =
      KeyFile.parse("k:" + Base64.getEncoder().encodeToString(new byte[32]));

  private final ArgumentReader reader = new ArgumentReader(new Json());

  @FuzzTest(maxDuration = "2m")
  void letters(FuzzedDataProvider data) {
    try {
      LetterJson.read(LetterJson.write(LetterJson.read(data.consumeRemainingAsString())));
    } catch (IllegalArgumentException refused) {
      // The one way.
    }
  }

  @FuzzTest(maxDuration = "2m")
  void arguments(FuzzedDataProvider data) {
    Method target = TARGETS[data.consumeInt(0, TARGETS.length - 1)];
    Type type = target.getGenericParameterTypes()[0];
    String json = data.consumeRemainingAsString();
    try {
      reader.read(
          Letters.of("Shop#pay", "Shop", List.of(new LetterArgument("a", "T", json, ""))),
          List.of(new Parameter("a", type, false)));
    } catch (IllegalArgumentException refused) {
      // The one way.
    }
  }

  @FuzzTest(maxDuration = "2m")
  void sealed(FuzzedDataProvider data) {
    try {
      RING.open("k:" + data.consumeRemainingAsString(), "1", 0, "a");
    } catch (IllegalArgumentException refused) {
      // The one way.
    }
  }

  @FuzzTest(maxDuration = "2m")
  void keyFiles(FuzzedDataProvider data) {
    try {
      KeyFile.parse(data.consumeRemainingAsString());
    } catch (IllegalArgumentException refused) {
      // The one way.
    }
  }
}
