package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.method.GuardedMethod;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Skip;
import org.jspecify.annotations.Nullable;

/**
 * Notes that a wrapper is at work on this thread, so that the woven method below it does not apply
 * the same policies once more.
 *
 * <p>Wrappers leave marks where something may be woven, and only then do woven methods look for
 * them. The mark is a permit of its own around the real one, and is taken off with its result.
 */
final class WrapperMark implements Permit {
  private static final ThreadLocal<@Nullable WrapperMark> TOP = new ThreadLocal<>();

  /** Plain on purpose: it is read by every call, and a wrapper's guard is made before its calls. */
  private static boolean anyWrapper;

  private final GuardedMethod method;
  private final @Nullable Permit permit;
  private final @Nullable WrapperMark below;

  private WrapperMark(GuardedMethod method, @Nullable Permit permit, @Nullable WrapperMark below) {
    this.method = method;
    this.permit = permit;
    this.below = below;
  }

  /** Tells whether anything below a wrapper may be woven: now, or before it was loaded. */
  static boolean areWanted() {
    return Registry.isAgentPresent() || WovenEarlier.seen();
  }

  static void expectWrappers() {
    anyWrapper = true;
  }

  static boolean anyWrapper() {
    return anyWrapper;
  }

  static @Nullable Permit push(Plan plan, @Nullable Permit permit) {
    return permit instanceof Skip ? permit : push(plan.method(), permit);
  }

  /** Notes that the body runs on this thread; the mark is to be {@link #pop popped} after it. */
  static WrapperMark push(GuardedMethod method, @Nullable Permit permit) {
    WrapperMark mark = new WrapperMark(method, permit, TOP.get());
    TOP.set(mark);
    return mark;
  }

  /**
   * Calls a body, with a mark on this thread where marks are needed.
   *
   * @param unmarked told if there can be none: the woven method below will then do all there is to
   *     do
   */
  static @Nullable Object around(Plan plan, Body<?> body, Runnable unmarked) throws Throwable {
    WrapperMark mark = plan.marks() ? pushed(plan, unmarked) : null;
    try {
      return body.call();
    } finally {
      if (mark != null) {
        mark.popped(plan);
      }
    }
  }

  private static @Nullable WrapperMark pushed(Plan plan, Runnable unmarked) {
    try {
      return push(plan.method(), null);
    } catch (Throwable broken) {
      plan.failures().complain(broken);
      unmarked.run();
      return null;
    }
  }

  private void popped(Plan plan) {
    try {
      pop();
    } catch (Throwable broken) {
      plan.failures().complain(broken);
      replace(below);
    }
  }

  /** Takes what is known of this thread to another one. */
  static @Nullable WrapperMark capture() {
    return anyWrapper ? TOP.get() : null;
  }

  /** Sets what is known of this thread, and returns what was known before. */
  static @Nullable WrapperMark replace(@Nullable WrapperMark mark) {
    WrapperMark before = TOP.get();
    if (mark == null) {
      TOP.remove();
    } else {
      TOP.set(mark);
    }
    return before;
  }

  /** Tells whether a wrapper on this thread is about the same method. */
  static boolean covers(GuardedMethod woven) {
    for (WrapperMark mark = TOP.get(); mark != null; mark = mark.below) {
      if (mark.method.isRelatedTo(woven)) {
        return true;
      }
    }
    return false;
  }

  @Nullable Permit permit() {
    return permit;
  }

  void pop() {
    if (below == null) {
      TOP.remove();
    } else {
      TOP.set(below);
    }
  }

  @Override
  public void succeeded() {
    pop();
    if (permit != null) {
      permit.succeeded();
    }
  }

  @Override
  public void failed() {
    pop();
    if (permit != null) {
      permit.failed();
    }
  }

  @Override
  public void neutral() {
    pop();
    if (permit != null) {
      permit.neutral();
    }
  }
}
