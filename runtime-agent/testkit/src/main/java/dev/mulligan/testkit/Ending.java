package dev.mulligan.testkit;

import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Retrying;
import java.util.List;

/** How the last call of a method ended. */
enum Ending {
  /** There was no call. */
  NOT_CALLED("was not called"),
  /** Its attempt began, and nothing more is known of it. */
  SUCCEEDED("succeeded at once"),
  /** It was made to throw what the runtime does not handle. */
  THREW("threw what leaves no room to handle it"),
  /** It has failed, and the call goes on. */
  GOES_ON("goes on"),
  /** It succeeded after failed attempts. */
  RECOVERED("recovered"),
  /** It failed for good. */
  EXHAUSTED("was exhausted"),
  /** It was refused. */
  REFUSED("was refused"),
  /** Its fallback answered. */
  FELL_BACK("fell back");

  private final String text;

  Ending(String text) {
    this.text = text;
  }

  /** Follows what happened to its end. */
  static Ending of(List<Object> moments) {
    Ending ending = NOT_CALLED;
    for (Object moment : moments) {
      ending = ending.after(moment);
    }
    return ending;
  }

  private Ending after(Object moment) {
    if (moment instanceof Begun begun) {
      return begun(begun.fault());
    } else if (moment instanceof AttemptFailed || moment instanceof Retrying) {
      return GOES_ON;
    } else if (moment instanceof Recovered) {
      return RECOVERED;
    } else if (moment instanceof Exhausted) {
      return EXHAUSTED;
    } else if (moment instanceof Refused) {
      return REFUSED;
    }
    return moment instanceof FellBack ? FELL_BACK : this;
  }

  private Ending begun(Fault fault) {
    if (fault.fails()) {
      return THREW;
    }
    return this == GOES_ON ? GOES_ON : SUCCEEDED;
  }

  @Override
  public String toString() {
    return text;
  }
}
