package dev.mulligan.testkit;

import dev.mulligan.runtime.fault.FaultPoint;
import dev.mulligan.runtime.time.VirtualTime;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The plans by which attempts fail at this moment of a test. Thread-safe. */
public final class InjectedFaults {
  private final List<FaultQueue> queues = new CopyOnWriteArrayList<>();
  private final VirtualTime time;
  private final Timeline timeline;
  private final long seed;
  private final Class<?> near;

  InjectedFaults(VirtualTime time, Timeline timeline, long seed, Class<?> near) {
    this.time = time;
    this.timeline = timeline;
    this.seed = seed;
    this.near = near;
  }

  /**
   * Adds a plan, stronger than those that are there.
   *
   * @param plan in the language of {@link FaultPlan}
   * @throws FaultSyntaxException if the text is no plan
   */
  public void inject(String plan) {
    inject(FaultPlan.parse(plan, near));
  }

  /**
   * Adds a plan, stronger than those that are there. It begins with its first step.
   *
   * @param plan the plan; it need not match an attempt
   */
  public void inject(FaultPlan plan) {
    queues.add(0, new FaultQueue(plan, true, seed));
  }

  /** Takes all plans away, those of annotations too: bodies run from now on. */
  public void clear() {
    queues.clear();
  }

  /** Adds a plan, weaker than those that are there. */
  void addWeaker(FaultPlan plan, boolean optional, Collection<FaultQueue> watched) {
    FaultQueue queue = new FaultQueue(plan, optional, seed);
    queues.add(queue);
    watched.add(queue);
  }

  /** Is asked before every attempt; must not throw, because the attempt's permits would be lost. */
  @Nullable Throwable beforeBody(FaultPoint at) {
    Fault fault =
        queues.stream()
            .filter(queue -> queue.matches(at))
            .findFirst()
            .map(queue -> queue.next(at))
            .orElseGet(Fault.Ok::new);
    timeline.add(at.policy(), FaultQueue.location(at), new Begun(fault));
    return fault.happen(at, time);
  }

  /** Lists the plans, one a line. */
  @Override
  public String toString() {
    return String.join("\n", queues.stream().map(queue -> queue.plan().toString()).toList());
  }
}
