package dev.mulligan.benchmarks;

import dev.mulligan.runtime.count.StripedCount;
import dev.mulligan.runtime.time.CoarseClock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the parts of a happy path cost, and what they stand in for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class PartsBenchmark {
  private final AtomicLong atomic = new AtomicLong();
  private final LongAdder adder = new LongAdder();
  private final StripedCount striped = new StripedCount();

  /** The clock of the JVM. */
  @Benchmark
  public long nanoTime() {
    return System.nanoTime();
  }

  /** The clock that is kept by the ticker. */
  @Benchmark
  public long coarseClock() {
    return CoarseClock.now();
  }

  /** One counter for all threads. */
  @Benchmark
  public long atomicIncrement() {
    return atomic.incrementAndGet();
  }

  /** The JDK's striped counter. */
  @Benchmark
  public void adderIncrement() {
    adder.increment();
  }

  /** The counter of a closed breaker. */
  @Benchmark
  public void stripedIncrement() {
    striped.increment();
  }
}
