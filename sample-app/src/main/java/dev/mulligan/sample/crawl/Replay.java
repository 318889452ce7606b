package dev.mulligan.sample.crawl;

import dev.mulligan.runtime.letter.DeadLetters;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import dev.mulligan.runtime.letter.LetterReason;
import dev.mulligan.runtime.letter.ReplayResult;
import dev.mulligan.runtime.spi.Classification;
import java.net.URI;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays the dead letters round by round until only those are left that no replay can mend.
 *
 * <p>A round may bring pages with new links, and following these may leave new letters; it may also
 * find a breaker still open. Both are matters for the next round.
 */
final class Replay {
  private static final int MAX_ROUNDS = 100;
  private static final long PAUSE_MILLIS = 250;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final DeadLetters letters;
  private final HttpStatusClassifier classifier = new HttpStatusClassifier();

  /** The paths of the letters that stay, by letter. */
  private final Map<String, String> permanent = new HashMap<>();

  Replay(DeadLetters letters) {
    this.letters = letters;
  }

  /** Replays, calling {@code followUp} after each round. */
  void run(Step followUp) throws InterruptedException {
    for (int round = 1; round <= MAX_ROUNDS; round++) {
      List<Letter> hopeful = hopeful();
      if (hopeful.isEmpty()) {
        return;
      }
      long delivered = hopeful.stream().filter(this::replay).count();
      followUp.run();
      if (delivered == 0) {
        // Every call was refused; the breakers need a moment until they let a probe through.
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** The paths that are dead for good, sorted. */
  List<String> permanentPaths() {
    return permanent.values().stream().sorted(Comparator.naturalOrder()).toList();
  }

  private List<Letter> hopeful() {
    List<Letter> waiting = letters.list(LetterFilter.waiting());
    waiting.stream().filter(Replay::isPermanent).forEach(this::giveUp);
    return waiting.stream().filter(letter -> !permanent.containsKey(letter.id())).toList();
  }

  private boolean replay(Letter letter) {
    ReplayResult result = letters.replay(letter.id());
    if (isPermanent(result.failure())) {
      giveUp(letter);
    }
    return result.outcome() == ReplayResult.Outcome.REPLAYED;
  }

  private static boolean isPermanent(Letter letter) {
    return letter.reason() == LetterReason.FAILED && !letter.type().isRetriable();
  }

  /** A page of the host that was down may turn out to be forbidden once its host is up. */
  private boolean isPermanent(@Nullable Throwable failure) {
    Classification found = failure == null ? null : classifier.classify(failure);
    return found != null && !found.type().isRetriable();
  }

  private void giveUp(Letter letter) {
    String address = JSON.readValue(letter.arguments().get(0).json(), String.class);
    permanent.put(letter.id(), PageClient.pathOf(URI.create(address)));
  }
}
