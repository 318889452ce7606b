package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.log.Log;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the method that a letter's call was lost by. Two applications in one JVM may have a method
 * of the same name each; a letter that this process wrote goes back to the one that lost the call.
 * Boxes are held weakly. Thread-safe.
 */
final class Boxes {
  /** So many of the latest letters are remembered with their method. */
  private static final int MOST = 10_000;

  private final Map<String, WeakReference<LetterBox>> byCall = new ConcurrentHashMap<>();
  private final Map<String, WeakReference<LetterBox>> byLetter =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(
                Map.Entry<String, WeakReference<LetterBox>> eldest) {
              return size() > MOST;
            }
          });

  /** Makes a method known. Of two methods with the same given id the first is called. */
  void register(LetterBox box) {
    LetterBox first = alive(byCall.get(box.callId()));
    if (first != null && !first.method().callId().equals(box.method().callId())) {
      Log.warn(
          box.method().location()
              + ": @DeadLetter(id = "
              + box.callId()
              + "): is the id of "
              + first.method().location()
              + " too, whose letters could not be told from these");
      return;
    }
    byCall.put(box.callId(), new WeakReference<>(box));
  }

  void remember(Letter letter, LetterBox box) {
    byLetter.put(letter.id(), new WeakReference<>(box));
  }

  @Nullable LetterBox find(Letter letter) {
    LetterBox writer = alive(byLetter.get(letter.id()));
    // Unless an upcaster has made the letter another call's.
    return writer != null && writer.callId().equals(letter.callId())
        ? writer
        : alive(byCall.get(letter.callId()));
  }

  /** The class loaders of all methods that are known. */
  Set<ClassLoader> loaders() {
    return byCall.values().stream()
        .map(Boxes::alive)
        .filter(Objects::nonNull)
        .map(box -> box.method().declaring().getClassLoader())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static @Nullable LetterBox alive(@Nullable WeakReference<LetterBox> reference) {
    return reference == null ? null : reference.get();
  }
}
