package dev.mulligan.runtime.bulkhead;

import dev.mulligan.runtime.policy.BulkheadPolicy;
import dev.mulligan.runtime.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever threads do at once, a bulkhead answers as if they had done it one after another. */
public class BulkheadLinearizabilityTest {
  private static final int ITERATIONS = 3 * Integer.getInteger("proof.effort", 1);
  private static final int INVOCATIONS = Math.min(1_000, 20 * ITERATIONS);
  // Lincheck numbers the threads; those that run before and after the others get numbers too.
  private static final int THREADS = 5;
  private static VirtualTime time;

  private final Bulkhead bulkhead =
      new Bulkhead("proof", null, new BulkheadPolicy(THREADS, Duration.ofDays(1)));
  private final List<Deque<CompletableFuture<Boolean>>> waits = perThread();
  private final int[] held = new int[THREADS];

  /** Full: each thread holds a place, so that whatever comes first is somebody's wait. */
  public BulkheadLinearizabilityTest() {
    for (int i = 0; i < THREADS; i++) {
      held[i] = bulkhead.tryEnter() ? 1 : 0;
    }
  }

  @BeforeAll
  static void stopTheClock() {
    time = VirtualTime.install();
  }

  @AfterAll
  static void restartTheClock() {
    time.close();
  }

  @Tag("proof")
  @Test
  void underStress() {
    new StressOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(10 * INVOCATIONS)
        .threads(2)
        .actorsBefore(0)
        .actorsAfter(2)
        .actorsPerThread(3)
        .sequentialSpecification(OneAfterAnother.class)
        .check(BulkheadLinearizabilityTest.class);
  }

  @Tag("proof")
  @Test
  void inEveryInterleavingThatIsTried() {
    new ModelCheckingOptions()
        .iterations(ITERATIONS)
        .invocationsPerIteration(INVOCATIONS)
        .threads(2)
        .actorsBefore(0)
        .actorsAfter(2)
        .actorsPerThread(3)
        .sequentialSpecification(OneAfterAnother.class)
        .addCustomScenario(waitingMeets("leave", 1))
        .addCustomScenario(waitingMeets("limit", 6))
        .check(BulkheadLinearizabilityTest.class);
  }

  /** One thread begins to wait while another makes room: the wait must have become a place. */
  private static ExecutionScenario waitingMeets(String operation, int argument) {
    List<Actor> makesRoom = List.of(actor(operation, argument));
    List<Actor> waits = List.of(actor("enterLater", 2));
    return new ExecutionScenario(
        List.of(), List.of(makesRoom, waits), List.of(actor("settle", 2)), null);
  }

  private static Actor actor(String operation, int argument) {
    try {
      return new Actor(
          BulkheadLinearizabilityTest.class.getMethod(operation, int.class), List.of(argument));
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  @Operation
  public boolean tryEnter(@Param(gen = ThreadIdGen.class) int thread) {
    boolean entered = bulkhead.tryEnter();
    held[thread] += entered ? 1 : 0;
    return entered;
  }

  @Operation
  public boolean leave(@Param(gen = ThreadIdGen.class) int thread) {
    if (held[thread] == 0) {
      return false;
    }
    held[thread]--;
    bulkhead.leave();
    return true;
  }

  @Operation
  public void enterLater(@Param(gen = ThreadIdGen.class) int thread) {
    waits.get(thread).add(bulkhead.enterLater());
  }

  /** Ends the thread's oldest wait: null if there is none, true if it has become a place. */
  @Operation
  public Boolean settle(@Param(gen = ThreadIdGen.class) int thread) {
    CompletableFuture<Boolean> place = waits.get(thread).poll();
    if (place == null) {
      return null;
    }
    boolean entered = !place.cancel(false);
    held[thread] += entered ? 1 : 0;
    return entered;
  }

  @Operation
  public void limit(@Param(gen = IntGen.class, conf = "4:6") int limit) {
    bulkhead.reconfigure(new BulkheadPolicy(limit, Duration.ofDays(1)));
  }

  /** The sequential specification. */
  public static class OneAfterAnother {
    private final Deque<Wait> line = new ArrayDeque<>();
    private final List<Deque<Wait>> waits = perThread();
    private final int[] held = new int[THREADS];
    private int limit = THREADS;
    private int inUse = THREADS;

    public OneAfterAnother() {
      Arrays.fill(held, 1);
    }

    public boolean tryEnter(int thread) {
      if (!line.isEmpty() || inUse >= limit) {
        return false;
      }
      inUse++;
      held[thread]++;
      return true;
    }

    public boolean leave(int thread) {
      if (held[thread] == 0) {
        return false;
      }
      held[thread]--;
      inUse--;
      admit();
      return true;
    }

    public void enterLater(int thread) {
      Wait wait = new Wait();
      waits.get(thread).add(wait);
      line.add(wait);
      admit();
    }

    public Boolean settle(int thread) {
      Wait wait = waits.get(thread).poll();
      if (wait == null) {
        return null;
      }
      line.remove(wait);
      held[thread] += wait.entered ? 1 : 0;
      return wait.entered;
    }

    public void limit(int changed) {
      limit = changed;
      admit();
    }

    private void admit() {
      while (!line.isEmpty() && inUse < limit) {
        line.removeFirst().entered = true;
        inUse++;
      }
    }

    private static final class Wait {
      private boolean entered;
    }
  }

  private static <T> List<Deque<T>> perThread() {
    List<Deque<T>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(new ArrayDeque<>());
    }
    return all;
  }
}
