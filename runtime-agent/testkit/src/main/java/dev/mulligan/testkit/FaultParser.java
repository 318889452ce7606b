package dev.mulligan.testkit;

import dev.mulligan.runtime.policy.Durations;
import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads one {@link FaultPlan}, by recursive descent. Not thread-safe. */
final class FaultParser {
  private static final String WHAT =
      "an exception, an HTTP status, 'slow', 'timeout', 'error' or 'ok'";

  private final String text;
  private final ExceptionNames names;
  private final FaultTokens tokens;
  private final int colon;

  FaultParser(String text, ExceptionNames names) {
    this.text = text;
    this.names = names;
    this.colon = text.indexOf(':');
    if (colon < 0) {
      throw new FaultSyntaxException(
          text, text.length(), "expected '<method>: <step>, then <step>', but there is no ':'");
    }
    this.tokens = new FaultTokens(text, colon + 1);
  }

  FaultPlan plan() {
    String which = text.substring(0, colon).strip();
    if (which.isEmpty()) {
      throw new FaultSyntaxException(text, 0, "expected a method, a policy or '*' before the ':'");
    }
    List<Step> steps = new ArrayList<>();
    steps.add(step());
    while (!tokens.atEnd()) {
      boolean comma = tokens.skip(",");
      boolean then = tokens.skip("then");
      if (!comma && !then) {
        throw tokens.expected("', then' and another step, or the end");
      }
      steps.add(step());
    }
    return new FaultPlan(text, new Selector(which), limited(steps));
  }

  /** A step without a number lasts for one attempt, but the last one for all that come. */
  private static List<Step> limited(List<Step> steps) {
    List<Step> limited = new ArrayList<>(steps);
    limited.replaceAll(
        step -> step.times() == 0 ? new Step(1, step.percent(), step.fault()) : step);
    int end = steps.size() - 1;
    Step last = steps.get(end);
    if (last.times() == 0) {
      limited.set(end, new Step(Step.FOR_EVER, last.percent(), last.fault()));
    }
    return limited;
  }

  private Step step() {
    int times = times();
    int begin = tokens.position();
    int percent = percent();
    Fault fault = what();
    if (percent < 100 && fault instanceof Fault.Ok) {
      throw new FaultSyntaxException(text, begin, "a share of ok is always ok; leave it out");
    }
    return new Step(times, percent, fault);
  }

  private int times() {
    if (tokens.skip("once")) {
      return 1;
    }
    if (!tokens.isNumber() || !tokens.following().startsWith("time")) {
      return 0;
    }
    if (tokens.following().equals("timeout")) {
      return 0;
    }
    int times = number(1, Step.FOR_EVER - 1, "a number of attempts, at least 1");
    if (!tokens.skip("times") && !tokens.skip("time")) {
      throw tokens.expected("'times'");
    }
    return times;
  }

  private int percent() {
    if (!tokens.isNumber() || !tokens.following().equals("%")) {
      return 100;
    }
    int percent = number(1, 100, "a percentage from 1 to 100");
    tokens.skip("%");
    return percent;
  }

  private Fault what() {
    if (tokens.isNumber()) {
      return status();
    }
    if (tokens.skip("ok")) {
      return new Fault.Ok();
    }
    if (tokens.skip("slow")) {
      Duration duration = duration();
      boolean alone = tokens.atEnd() || tokens.is(",") || tokens.is("then");
      return new Fault.Slow(duration, alone ? new Fault.Ok() : what());
    }
    if (tokens.skip("timeout")) {
      return new Fault.TimesOut(duration());
    }
    boolean error = tokens.skip("error");
    if (!tokens.isWord()) {
      throw tokens.expected(error ? "the name of an Error" : WHAT);
    }
    return exception(error);
  }

  private Fault status() {
    int status = number(400, 599, "an HTTP status from 400 to 599, 'N times' or 'P%'");
    return new Fault.Status(status, tokens.skip("retry-after") ? duration() : null);
  }

  private Fault exception(boolean error) {
    int begin = tokens.position();
    String name = tokens.take();
    Class<? extends Throwable> type = names.find(name);
    if (type == null) {
      throw new FaultSyntaxException(
          text, begin, "there is no exception " + name + names.suggestion(name));
    }
    if (error != Error.class.isAssignableFrom(type)) {
      String right =
          error ? "is not an Error; leave 'error' out" : "is an Error; write 'error' before it";
      throw new FaultSyntaxException(text, begin, name + " " + right);
    }
    String message = tokens.isQuoted() ? tokens.takeQuoted() : "injected";
    Constructor<? extends Throwable> constructor = ExceptionNames.constructor(type);
    if (constructor == null) {
      throw new FaultSyntaxException(
          text, begin, type.getName() + " has no constructor that takes a message or nothing");
    }
    return checked(new Fault.Throws(constructor, message), begin);
  }

  private Fault checked(Fault.Throws fault, int begin) {
    try {
      fault.create();
      return fault;
    } catch (ReflectiveOperationException e) {
      throw new FaultSyntaxException(text, begin, String.valueOf(e.getMessage()));
    }
  }

  private int number(int least, int most, String expected) {
    try {
      int value = Integer.parseInt(tokens.current());
      if (value >= least && value <= most) {
        tokens.take();
        return value;
      }
    } catch (NumberFormatException e) {
      throw tokens.expected(expected);
    }
    throw tokens.expected(expected);
  }

  private Duration duration() {
    int begin = tokens.position();
    try {
      Duration duration = Durations.parse(tokens.current());
      tokens.take();
      return duration;
    } catch (IllegalArgumentException e) {
      throw new FaultSyntaxException(
          text, begin, "expected a duration, but " + tokens.shown() + " " + e.getMessage());
    }
  }
}
