package dev.mulligan.runtime.deadletter;

import java.util.Random;

/** A thread that makes calls while others disturb it. */
abstract class Disturbed extends Thread {
  private boolean isInCall;
  private boolean wasInterrupted;
  private volatile boolean over;
  private long flagsKept;
  private long flagsLost;
  private long flagsMade;

  @Override
  public final void run() {
    while (!over) {
      begin();
      try {
        call();
      } finally {
        end();
      }
      settle(false);
    }
    settle(true);
  }

  /** Makes a call; what goes wrong is noted, not thrown. */
  abstract void call();

  /** Waits for calls that others end: now and then, and at last for all. */
  void settle(boolean all) {}

  private synchronized void begin() {
    isInCall = true;
  }

  /** The flag must be as others have set it, whenever that was. */
  private synchronized void end() {
    isInCall = false;
    boolean isSet = Thread.interrupted();
    if (isSet && wasInterrupted) {
      flagsKept++;
    } else if (isSet) {
      flagsMade++;
    } else if (wasInterrupted) {
      flagsLost++;
    }
    wasInterrupted = false;
  }

  /**
   * Interrupts the thread, if it is in a call.
   *
   * @param random for those who have more than one way
   * @return how many disturbances that was
   */
  int disturb(Random random) {
    return interruptCall() ? 1 : 0;
  }

  private synchronized boolean interruptCall() {
    if (isInCall) {
      wasInterrupted = true;
      interrupt();
    }
    return isInCall;
  }

  void finish() {
    over = true;
  }

  /** To be asked when the thread has ended, as the next two. */
  synchronized long flagsKept() {
    return flagsKept;
  }

  synchronized long flagsLost() {
    return flagsLost;
  }

  synchronized long flagsMade() {
    return flagsMade;
  }
}
