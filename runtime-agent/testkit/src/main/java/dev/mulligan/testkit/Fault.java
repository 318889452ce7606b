package dev.mulligan.testkit;

import dev.mulligan.runtime.fault.FaultPoint;
import dev.mulligan.runtime.policy.Durations;
import dev.mulligan.runtime.rejection.CallTimeoutException;
import dev.mulligan.runtime.time.VirtualTime;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What happens to one attempt. Immutable. */
sealed interface Fault {
  /**
   * Lets it happen.
   *
   * @return what the attempt throws, or null if the body runs
   */
  @Nullable Throwable happen(FaultPoint at, VirtualTime time);

  /** Tells it in the words of the plan. */
  String text();

  /** Tells whether the body does not run. */
  default boolean fails() {
    return true;
  }

  /** The body runs. */
  record Ok() implements Fault {
    @Override
    public @Nullable Throwable happen(FaultPoint at, VirtualTime time) {
      return null;
    }

    @Override
    public String text() {
      return "ok";
    }

    @Override
    public boolean fails() {
      return false;
    }
  }

  /** The attempt takes a while before something else happens. */
  record Slow(Duration duration, Fault then) implements Fault {
    @Override
    public @Nullable Throwable happen(FaultPoint at, VirtualTime time) {
      // Not a sleep: sleeps are what the policies wait.
      time.advance(duration);
      return then.happen(at, time);
    }

    @Override
    public String text() {
      String slow = "slow " + Durations.format(duration);
      return then instanceof Ok ? slow : slow + " " + then.text();
    }

    @Override
    public boolean fails() {
      return then.fails();
    }
  }

  /** The attempt ends as one that its {@code @Timeout} has given up. */
  record TimesOut(Duration limit) implements Fault {
    @Override
    public Throwable happen(FaultPoint at, VirtualTime time) {
      time.advance(limit);
      return new CallTimeoutException(at.policy(), limit);
    }

    @Override
    public String text() {
      return "timeout " + Durations.format(limit);
    }
  }

  /** A response of a server. */
  record Status(int status, @Nullable Duration retryAfter) implements Fault {
    @Override
    public Throwable happen(FaultPoint at, VirtualTime time) {
      return new HttpFault(status, retryAfter);
    }

    @Override
    public String text() {
      return retryAfter == null
          ? String.valueOf(status)
          : status + " retry-after " + Durations.format(retryAfter);
    }
  }

  /**
   * A new exception each time.
   *
   * @param constructor takes a message, or nothing
   * @param message the message
   */
  record Throws(Constructor<? extends Throwable> constructor, String message) implements Fault {
    @Override
    public Throwable happen(FaultPoint at, VirtualTime time) {
      try {
        return create();
      } catch (ReflectiveOperationException e) {
        // It could be created when the plan was read.
        return new IllegalStateException(e);
      }
    }

    Throwable create() throws ReflectiveOperationException {
      try {
        return constructor.getParameterCount() == 0
            ? constructor.newInstance()
            : constructor.newInstance(message);
      } catch (InvocationTargetException e) {
        throw new ReflectiveOperationException(
            constructor.getDeclaringClass().getName() + " cannot be created: " + e.getCause(), e);
      }
    }

    @Override
    public String text() {
      return constructor.getDeclaringClass().getSimpleName();
    }
  }
}
