package dev.mulligan.agent.cli;

import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What letters call. */
class Shop {
  static final List<Long> BOOKED = Collections.synchronizedList(new ArrayList<>());

  /** Held: methods are known weakly. */
  static final Guard GUARD =
      Guards.method(
              MethodHandles.lookup(),
              Shop.class,
              "book",
              MethodType.methodType(void.class, long.class, String.class))
          .deadLetter()
          .build();

  /** The call of these cents waits until it may go on. */
  static volatile long waitsAt = -1;

  static volatile CountDownLatch arrived = new CountDownLatch(1);
  static volatile CountDownLatch mayGoOn = new CountDownLatch(1);

  void book(long cents, String pin) throws Exception {
    BOOKED.add(cents);
    if (cents == waitsAt) {
      arrived.countDown();
      mayGoOn.await();
    }
    if (cents >= 90) {
      throw new IOException("no till for " + cents);
    }
  }
}
