package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.replay.NotReplayableException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** By the id of letters, and then by method: one id may have been given to several methods. */
  private final Map<String, Map<String, WeakReference<LetterBox>>> byCall =
      new ConcurrentHashMap<>();

  private final Map<String, WeakReference<LetterBox>> byLetter =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(
                Map.Entry<String, WeakReference<LetterBox>> eldest) {
              return size() > MOST;
            }
          });

  /** Makes a method known. */
  void register(LetterBox box) {
    for (LetterBox other : known(box.callId())) {
      if (!other.method().callId().equals(box.method().callId())) {
        Log.warn(
            box.method().location()
                + ": @DeadLetter(id = "
                + box.callId()
                + "): is the id of "
                + other.method().location()
                + " too, whose letters could not be told from these");
        break;
      }
    }
    byCall
        .computeIfAbsent(box.callId(), id -> new ConcurrentHashMap<>())
        .put(box.method().callId(), new WeakReference<>(box));
  }

  void remember(Letter letter, LetterBox box) {
    byLetter.put(letter.id(), new WeakReference<>(box));
  }

  /**
   * Finds the method of a letter. Of several with its id, the one that the letter itself names.
   *
   * @return the method, or null if none is known
   * @throws NotReplayableException if it might be one or the other
   */
  @Nullable LetterBox find(Letter letter) throws NotReplayableException {
    LetterBox writer = alive(byLetter.get(letter.id()));
    // Unless an upcaster has made the letter another call's.
    if (writer != null && writer.callId().equals(letter.callId())) {
      return writer;
    }
    List<LetterBox> several = known(letter.callId());
    List<LetterBox> fitting = several.size() > 1 ? Namesakes.meantBy(letter, several) : several;
    if (fitting.size() > 1) {
      throw new NotReplayableException(
          "the id %s is that of several methods: %s"
              .formatted(
                  letter.callId(),
                  fitting.stream()
                      .map(box -> box.method().callId())
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
    return fitting.isEmpty() ? null : fitting.get(0);
  }

  /** The class loaders of all methods that are known. */
  Set<ClassLoader> loaders() {
    return byCall.keySet().stream()
        .flatMap(id -> known(id).stream())
        .map(box -> box.method().declaring().getClassLoader())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<LetterBox> known(String callId) {
    List<LetterBox> known = new ArrayList<>();
    for (WeakReference<LetterBox> reference : byCall.getOrDefault(callId, Map.of()).values()) {
      LetterBox box = reference.get();
      if (box != null) {
        known.add(box);
      }
    }
    return known;
  }

  private static @Nullable LetterBox alive(@Nullable WeakReference<LetterBox> reference) {
    return reference == null ? null : reference.get();
  }
}
