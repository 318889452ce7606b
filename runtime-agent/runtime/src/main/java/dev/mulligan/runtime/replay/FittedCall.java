package dev.mulligan.runtime.replay;

import dev.mulligan.runtime.log.AppLog;
import org.jspecify.annotations.Nullable;

/** The call of a letter, ready to be made once. */
public interface FittedCall {
  /**
   * Makes the call, through its policies, and waits until it has ended.
   *
   * @return what it failed with, or null if it returned
   * @throws NotReplayableException if the call cannot be made after all; it was not made then
   * @throws InterruptedException if the thread was interrupted meanwhile; the call has been told to
   *     end
   */
  @Nullable Throwable make() throws NotReplayableException, InterruptedException;

  /**
   * Describes for people what the call has failed with.
   *
   * @param failure what {@link #make} returned
   * @return its type and text, without what is a secret among the arguments or looks like one;
   *     never throws, whatever the exception does when it is asked
   */
  ReplayFailure describe(Throwable failure);

  /**
   * Gives the log of the application that is called.
   *
   * @return where lines about the replay go
   */
  AppLog log();
}
