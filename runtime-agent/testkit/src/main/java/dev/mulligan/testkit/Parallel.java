package dev.mulligan.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets threads do something at the same time. */
final class Parallel {
  private static final long PATIENCE_SECONDS = 60;

  private Parallel() {}

  /** What one of the threads does. */
  @FunctionalInterface
  interface Work<T> {
    T run(int thread) throws Exception;
  }

  /**
   * Starts threads together and waits for all of them.
   *
   * @return what each of them gave, in the order of their numbers, which begin with 0
   */
  static <T> List<T> run(int threads, Work<T> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        int thread = i;
        futures.add(
            executor.submit(
                () -> {
                  start.await();
                  return work.run(thread);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      executor.shutdownNow();
    }
  }
}
