package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.Upcaster;
import dev.mulligan.runtime.replay.FittedCall;
import dev.mulligan.runtime.replay.Fitter;
import dev.mulligan.runtime.replay.NotReplayableException;
import org.jspecify.annotations.Nullable;

/** Finds method, receiver and arguments of letters in this process. Thread-safe. */
final class LetterCalls implements Fitter {
  private final Boxes boxes = new Boxes();
  private final Receivers receivers = new Receivers();
  private final Upcasters upcasters = new Upcasters();

  void register(LetterBox box) {
    boxes.register(box);
  }

  void upcast(String oldCallId, String newCallId, Upcaster upcaster) {
    upcasters.add(oldCallId, newCallId, upcaster);
  }

  /** Remembers on which object a call was lost. */
  void remember(LetterBox box, @Nullable Object receiver) {
    receivers.remember(box.method(), box.callId(), receiver);
  }

  /** Remembers which method wrote a letter. */
  void remember(Letter letter, LetterBox box) {
    boxes.remember(letter, box);
  }

  @Override
  public FittedCall fit(Letter letter) throws NotReplayableException {
    Letter now = upcasters.apply(letter);
    LetterBox box = find(now);
    Receivers.Receiver receiver = receivers.find(box.callId(), box.method());
    try {
      return new ReplayedCall(box, receiver, box.read(letter, now.arguments()));
    } catch (IllegalArgumentException e) {
      throw new NotReplayableException(String.valueOf(e.getMessage()), e);
    }
  }

  private LetterBox find(Letter letter) throws NotReplayableException {
    LetterBox known = boxes.find(letter);
    if (known != null) {
      return known;
    }
    Summons summons = new Summons(letter, boxes.loaders());
    summons.summon();
    LetterBox summoned = boxes.find(letter);
    if (summoned == null) {
      throw new NotReplayableException(summons.reason());
    }
    return summoned;
  }
}
