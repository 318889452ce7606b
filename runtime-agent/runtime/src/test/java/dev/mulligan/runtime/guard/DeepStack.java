package dev.mulligan.runtime.guard;

import dev.mulligan.runtime.Mulligan;
import java.util.concurrent.atomic.AtomicInteger;

/** A program whose first failure comes where a recursion has used up the stack. */
final class DeepStack {
  private static final long STACK = 512 << 10;
  private static final CodeGuard GUARD = Mulligan.retry(r -> r.delay("1ms")).build();

  private DeepStack() {}

  public static void main(String[] arguments) throws InterruptedException {
    Thread thread = new Thread(null, DeepStack::overflow, "deep", STACK);
    thread.start();
    thread.join();
    AtomicInteger attempts = new AtomicInteger();
    try {
      GUARD.run(
          () -> {
            throw new IllegalStateException("attempt " + attempts.incrementAndGet());
          });
    } catch (IllegalStateException last) {
      System.out.println(last.getMessage() + ", suppressed " + last.getSuppressed().length);
    }
  }

  private static void overflow() {
    try {
      descend();
    } catch (IllegalArgumentException tooDeep) {
      // What the method made of it.
    }
  }

  private static void descend() {
    GUARD.run(
        () -> {
          try {
            descend();
          } catch (StackOverflowError e) {
            throw new IllegalArgumentException("too deep");
          }
        });
  }
}
