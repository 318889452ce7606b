package dev.mulligan.testkit;

import dev.mulligan.annotations.FailureType;
import dev.mulligan.runtime.event.AttemptFailed;
import dev.mulligan.runtime.event.BreakerMoved;
import dev.mulligan.runtime.event.BreakerState;
import dev.mulligan.runtime.event.Exhausted;
import dev.mulligan.runtime.event.FellBack;
import dev.mulligan.runtime.event.Recovered;
import dev.mulligan.runtime.event.RefusalReason;
import dev.mulligan.runtime.event.Refused;
import dev.mulligan.runtime.event.Retrying;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.policy.Nearest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was attempted of one method, or under one policy, over all its calls in order.
 *
 * <p>Methods that begin with {@code has}, {@code ended} or {@code was} throw an {@link
 * AssertionError} that tells all that happened if it is not so, and return this object if it is.
 */
public final class MethodAttempts {
  private final Timeline timeline;
  private final Selector selector;

  MethodAttempts(Timeline timeline, Selector selector) {
    this.timeline = timeline;
    this.selector = selector;
  }

  /**
   * Counts the attempts that the policies let through, whatever became of them.
   *
   * @return how many have begun
   */
  public int count() {
    return all(Begun.class).size();
  }

  /**
   * Lists the failures of attempts.
   *
   * @return the exceptions as the method threw them
   */
  public List<Throwable> failures() {
    return stream(AttemptFailed.class).map(AttemptFailed::failure).toList();
  }

  /**
   * Lists the types of the failures of attempts.
   *
   * @return one a failure
   */
  public List<FailureType> types() {
    return stream(AttemptFailed.class).map(AttemptFailed::type).toList();
  }

  /**
   * Lists the waits between attempts.
   *
   * @return the delays, jitter included
   */
  public List<Duration> delays() {
    return stream(Retrying.class).map(Retrying::delay).toList();
  }

  /**
   * Lists why calls were refused before their first attempt.
   *
   * @return one a refused call
   */
  public List<RefusalReason> refusals() {
    return stream(Refused.class).map(Refused::reason).toList();
  }

  /**
   * Counts the calls that succeeded after failed attempts.
   *
   * @return how many
   */
  public int recovered() {
    return all(Recovered.class).size();
  }

  /**
   * Counts the calls that failed for good after an attempt.
   *
   * @return how many
   */
  public int exhausted() {
    return all(Exhausted.class).size();
  }

  /**
   * Counts the calls that a fallback answered.
   *
   * @return how many
   */
  public int fellBack() {
    return all(FellBack.class).size();
  }

  /**
   * Lists the moves of the circuit breaker, which is known by the name of its own policy.
   *
   * @return the states that it moved to
   */
  public List<BreakerState> breakerStates() {
    return stream(BreakerMoved.class).map(BreakerMoved::to).toList();
  }

  /**
   * Checks the number of attempts.
   *
   * @param expected how many the policies let through, in all calls together
   * @return this
   */
  public MethodAttempts hasAttempts(int expected) {
    return check(count() == expected, expected + " attempts", String.valueOf(count()));
  }

  /**
   * Checks the failures of attempts.
   *
   * @param expected the class, or a superclass, of each exception
   * @return this
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read, and not handed on
  public final MethodAttempts hasFailures(Class<? extends Throwable>... expected) {
    List<Throwable> actual = failures();
    boolean same = actual.size() == expected.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = expected[i].isInstance(actual.get(i));
    }
    List<String> names = Arrays.stream(expected).map(Class::getName).toList();
    return check(same, "failures " + names, actual.toString());
  }

  /**
   * Checks the types of the failures of attempts.
   *
   * @param expected one a failure
   * @return this
   */
  public MethodAttempts hasTypes(FailureType... expected) {
    return checkList("types", List.of(expected), types());
  }

  /**
   * Checks the waits between attempts.
   *
   * @param expected the delays, such as {@code "200ms"}; none for a method that never waited
   * @return this
   * @throws IllegalArgumentException if a text is no duration
   */
  public MethodAttempts hasDelays(String... expected) {
    return checkList("delays", parsed(expected), delays());
  }

  /**
   * Checks waits that have jitter.
   *
   * @param most what each delay may be at most, such as {@code "200ms"}
   * @return this
   * @throws IllegalArgumentException if a text is no duration
   */
  public MethodAttempts hasDelaysUpTo(String... most) {
    List<Duration> limits = parsed(most);
    List<Duration> actual = delays();
    boolean within = actual.size() == limits.size();
    for (int i = 0; within && i < limits.size(); i++) {
      within = actual.get(i).compareTo(limits.get(i)) <= 0;
    }
    return check(within, "delays up to " + shown(limits), shown(actual));
  }

  /**
   * Checks the moves of the circuit breaker. One that moves while no caller is there, because a
   * call is slow, tells so on a thread of its own; this waits for it, two real seconds at most.
   *
   * @param expected the states that it moved to; none if it stayed closed
   * @return this
   */
  public MethodAttempts hasBreakerStates(BreakerState... expected) {
    timeline.awaitUntil(() -> breakerStates().size() >= expected.length);
    return checkList("breaker states", List.of(expected), breakerStates());
  }

  /**
   * Checks that calls were refused before their first attempt.
   *
   * @param expected why, one a refused call; none if no call was refused
   * @return this
   */
  public MethodAttempts hasRefusals(RefusalReason... expected) {
    return checkList("refusals", List.of(expected), refusals());
  }

  /**
   * Checks that nothing was attempted and nothing refused.
   *
   * @return this
   */
  public MethodAttempts wasNotCalled() {
    return check(moments().isEmpty(), "no call", moments().size() + " moments");
  }

  /**
   * Checks that the last call succeeded, at once or after failed attempts.
   *
   * @return this
   */
  public MethodAttempts endedWell() {
    return checkEnd(Ending.SUCCEEDED, Ending.RECOVERED);
  }

  /**
   * Checks that the last call succeeded after failed attempts.
   *
   * @return this
   */
  public MethodAttempts endedRecovered() {
    return checkEnd(Ending.RECOVERED);
  }

  /**
   * Checks that the last call failed for good after an attempt, and that no fallback answered.
   *
   * @return this
   */
  public MethodAttempts endedExhausted() {
    return checkEnd(Ending.EXHAUSTED);
  }

  /**
   * Checks that the last call was refused before its first attempt, and that no fallback answered.
   *
   * @return this
   */
  public MethodAttempts endedRefused() {
    return checkEnd(Ending.REFUSED);
  }

  /**
   * Checks that a fallback answered the last call.
   *
   * @return this
   */
  public MethodAttempts endedWithFallback() {
    return checkEnd(Ending.FELL_BACK);
  }

  private List<Moment> moments() {
    return timeline.of(selector);
  }

  private <T> Stream<T> stream(Class<T> type) {
    return moments().stream().map(Moment::what).filter(type::isInstance).map(type::cast);
  }

  private List<?> all(Class<?> type) {
    return stream(type).toList();
  }

  private MethodAttempts checkEnd(Ending... expected) {
    Ending actual = Ending.of(moments().stream().map(Moment::what).toList());
    String wanted = "a last call that " + Arrays.asList(expected);
    return check(Arrays.asList(expected).contains(actual), wanted, actual.toString());
  }

  private MethodAttempts checkList(String what, List<?> expected, List<?> actual) {
    return check(expected.equals(actual), what + " " + shown(expected), shown(actual));
  }

  private MethodAttempts check(boolean holds, String expected, String actual) {
    if (!holds) {
      throw new AssertionError(
          selector.text()
              + ": expected "
              + expected
              + ", but found "
              + actual
              + hint()
              + "\n"
              + timeline.text());
    }
    return this;
  }

  /** A name that was misspelt has no moments. */
  private String hint() {
    Set<String> known = new TreeSet<>();
    timeline
        .moments()
        .forEach(moment -> known.addAll(Selector.names(moment.policy(), moment.location())));
    return known.isEmpty() || !moments().isEmpty()
        ? ""
        : "; nothing is called so, did you mean " + Nearest.to(selector.text(), known) + "?";
  }

  private static List<Duration> parsed(String... texts) {
    return Arrays.stream(texts).map(Durations::parse).toList();
  }

  private static String shown(List<?> values) {
    return values.stream()
        .map(v -> v instanceof Duration duration ? Durations.format(duration) : v)
        .map(Objects::toString)
        .toList()
        .toString();
  }
}
