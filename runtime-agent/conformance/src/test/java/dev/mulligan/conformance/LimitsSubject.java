package dev.mulligan.conformance;

import dev.mulligan.annotations.Bulkhead;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.RateLimit;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Methods with limits: of time, of calls at once, of calls in a stretch of time. */
class LimitsSubject {
  final CountDownLatch begun = new CountDownLatch(1);
  volatile boolean interrupted;
  volatile int calls;

  @Timeout("1s")
  public String slow(CountDownLatch end) throws InterruptedException {
    calls++;
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      interrupted = true;
      throw e;
    }
    return "in time";
  }

  @Timeout(value = "1s", interrupt = false)
  public int patient(CountDownLatch end) throws InterruptedException {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      interrupted = true;
    }
    return 7;
  }

  @Timeout("1s")
  public String failing(IOException failure) throws IOException {
    throw failure;
  }

  @Timeout("1s")
  @Retry(maxAttempts = 2, delay = "0ms")
  @CircuitBreaker(name = "late", consecutiveFailures = 2)
  public String lateOnce(CountDownLatch end) throws InterruptedException {
    calls++;
    if (calls == 1) {
      begun.countDown();
      end.await();
    }
    return "call " + calls;
  }

  @Timeout("1s")
  public String thread() {
    return Thread.currentThread().getName();
  }

  @Timeout("1s")
  public int recursive(int depth) {
    return depth == 0 ? 0 : 1 + recursive(depth - 1);
  }

  @Bulkhead(1)
  public void alone(Runnable inside) {
    calls++;
    inside.run();
  }

  @Bulkhead(value = 1, maxWait = "1s")
  public void aloneInTurn(Runnable inside) {
    calls++;
    inside.run();
  }

  @Bulkhead(1)
  @CircuitBreaker(name = "crowded", consecutiveFailures = 1)
  public void aloneBehindBreaker(Runnable inside) {
    inside.run();
  }

  @RateLimit(permits = 2)
  public int limited() {
    return ++calls;
  }

  @RateLimit(permits = 1, per = "1m")
  public String limitedByKey(@Key String host) {
    return host;
  }

  @RateLimit(permits = 1, per = "1s", maxWait = "5s")
  public int limitedInTurn() {
    return ++calls;
  }
}
