package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.guard.Registry;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterArgument;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.replay.LettersInMemory;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays in a process that has not called the letter's method yet. */
class SummonsTest {
  private static final String PACKAGE = SummonsTest.class.getPackageName() + ".";
  private static boolean trapWasLoaded;

  @TempDir private Path folder;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void leave() {
    Thread.currentThread().setContextClassLoader(before);
    Registry.deadLetters().keepIn(null);
  }

  @Test
  void aWrapperThatACatalogueNamesIsInitialisedAndTakesTheLetter() throws IOException {
    catalogue(call("Counter", "count", "DeadLetter"));

    ReplayResult result = replay(letter("Counter", "count"));

    // It has come as far as to look for a receiver: the guard is known.
    assertThat(result.failure()).hasMessageStartingWith("there is no object to call");
  }

  @Test
  void aWovenClassIsSaidToNeedACall() throws IOException {
    catalogue(call("Woven", "count", "DeadLetter"));

    assertThat(replay(letter("Woven", "count")).failure())
        .hasMessage(
            "no method "
                + PACKAGE
                + "Woven#count(long) has been called in this process yet; without a wrapper, "
                + PACKAGE
                + "Woven is not known before its first call");
  }

  @Test
  void aWrapperThatCannotBeInitialisedSaysWhy() throws IOException {
    catalogue(call("Broken", "count", "DeadLetter"));

    assertThat(replay(letter("Broken", "count")).failure())
        .hasMessageContaining(PACKAGE + "ResilientBroken cannot be initialised")
        .hasMessageContaining("IndexOutOfBoundsException");
  }

  @Test
  void aRenamedMethodIsNamedWithWhatToDo() throws IOException {
    catalogue(call("Woven", "total", "DeadLetter"));

    assertThat(replay(letter("Woven", "sum")).failure())
        .hasMessage(
            "no longer fits: there is no "
                + PACKAGE
                + "Woven#sum(long) any more; the nearest is "
                + PACKAGE
                + "Woven#total(long): if "
                + PACKAGE
                + "Woven#total is the same method, give it @DeadLetter(id = \""
                + PACKAGE
                + "Woven#sum(long)\")");
  }

  @Test
  void aMethodOfAnotherClassIsOnlyMentioned() throws IOException {
    catalogue(call("Woven", "pay", "DeadLetter"));

    assertThat(replay(letter("Trap", "pay")).failure())
        .hasMessageStartingWith("no method " + PACKAGE + "Trap#pay(long) has been called in this")
        .hasMessageContaining("; the nearest is " + PACKAGE + "Woven#pay(long): if ");
  }

  @Test
  void aMethodThatTakesMoreIsNamedWithoutAdvice() throws IOException {
    catalogue(
        call("Woven", "sum", "DeadLetter")
            .replace("[{", "[{\"name\": \"n\", \"type\": \"int\"}, {"));

    assertThat(replay(letter("Woven", "gone")).failure()).hasMessageEndingWith(" any more");
    assertThat(replay(letterOf("Woven", "sum()")).failure())
        .hasMessageEndingWith("; the nearest is " + PACKAGE + "Woven#sum(int, long)");
  }

  @Test
  void aMethodThatOnlyTheCompilerDoesNotKnowIsNotSaidToBeGone() throws IOException {
    catalogue(call("Woven", "total", "DeadLetter"));

    assertThat(replay(letter("Woven", "count")).failure())
        .hasMessage(
            "no method " + PACKAGE + "Woven#count(long) has been called in this process yet");
  }

  @Test
  void aMethodWithoutDeadLetterSaysSo() throws IOException {
    catalogue(call("Counter", "total", "Retry"));

    assertThat(replay(letter("Counter", "total")).failure())
        .hasMessageEndingWith("Counter#total(long) has no @DeadLetter any more");
  }

  @Test
  void aClassThatOnlyTheLetterNamesIsNotLoaded() throws IOException {
    catalogue(call("Woven", "total", "DeadLetter"));

    assertThat(replay(letter("Trap", "pay")).failure())
        .hasMessage("no method " + PACKAGE + "Trap#pay(long) has been called in this process yet");
    assertThat(trapWasLoaded).isFalse();
  }

  @Test
  void aCatalogueThatCannotBeReadIsNone() throws IOException {
    catalogue("nonsense");

    assertThat(replay(letter("Woven", "count")).failure())
        .hasMessageEndingWith("has been called in this process yet");
  }

  private static String call(String type, String method, String policy) {
    return """
    {"id": "%1$s%2$s#%3$s(long)", "class": "%1$s%2$s", "method": "%3$s",
     "parameters": [{"name": "number", "type": "long"}], "result": "long",
     "fingerprint": "", "policies": {"%4$s": {}}}
    """
        .formatted(PACKAGE, type, method, policy);
  }

  private void catalogue(String call) throws IOException {
    Path file = folder.resolve("META-INF/mulligan/calls.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"format\": 1, \"calls\": [" + call + "], \"types\": {}}");
    URL[] places = {folder.toUri().toURL()};
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(places, SummonsTest.class.getClassLoader()));
  }

  private static Letter letter(String type, String method) {
    return letterOf(type, method + "(long)");
  }

  private static Letter letterOf(String type, String signature) {
    return Letters.of(
        PACKAGE + type + "#" + signature,
        PACKAGE + type,
        List.of(new LetterArgument("number", "long", "7", "")));
  }

  private static ReplayResult replay(Letter letter) {
    DeadLetterOffice office = Registry.deadLetters();
    LettersInMemory store = new LettersInMemory();
    store.append(letter, Duration.ZERO);
    office.keepIn(store);
    return office.replay(letter.id());
  }

  static final class Marks {
    static boolean trap() {
      trapWasLoaded = true;
      return true;
    }

    private Marks() {}
  }
}

/** Has a wrapper. */
@SuppressWarnings("MultipleTopLevelClasses") // wrappers stand beside what they wrap
class Counter {
  public long count(long number) {
    return number;
  }
}

@SuppressWarnings("MultipleTopLevelClasses")
class ResilientCounter extends Counter {
  static final Guard COUNT =
      Guards.method(
              MethodHandles.lookup(),
              Counter.class,
              "count",
              MethodType.methodType(long.class, long.class))
          .deadLetter()
          .build();
}

/** Has none. */
@SuppressWarnings("MultipleTopLevelClasses")
class Woven {
  public long count(long number) {
    return number;
  }
}

@SuppressWarnings("MultipleTopLevelClasses")
class ResilientBroken {
  static final Object NEVER = List.of().get(0);
}

/** Must not be loaded. */
@SuppressWarnings("MultipleTopLevelClasses")
class Trap {
  static final boolean LOADED = SummonsTest.Marks.trap();
}

@SuppressWarnings("MultipleTopLevelClasses")
class ResilientTrap {
  static final boolean LOADED = SummonsTest.Marks.trap();
}
