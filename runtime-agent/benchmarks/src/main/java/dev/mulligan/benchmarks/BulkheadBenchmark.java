package dev.mulligan.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a bulkhead costs a call that finds a place at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class BulkheadBenchmark {
  private static final Peers PEERS = new Peers();

  private final PlainService plain = new PlainService();
  private final WovenService woven = new WovenService();
  private final WrappedService wrapped = new ResilientWrappedService();
  private int input = 7;

  /** A bulkhead, woven. */
  @Benchmark
  public int wovenBulkhead() {
    return woven.bulkhead(input);
  }

  /** A bulkhead, in a generated wrapper. */
  @Benchmark
  public int wrappedBulkhead() {
    return wrapped.bulkhead(input);
  }

  /** Resilience4j's bulkhead of permits. */
  @Benchmark
  public int resilience4jBulkhead() {
    return PEERS.resilience4jBulkhead.executeSupplier(() -> plain.call(input));
  }

  /** Failsafe's bulkhead. */
  @Benchmark
  public int failsafeBulkhead() {
    return PEERS.failsafeBulkhead.get(() -> plain.call(input));
  }

  /** SmallRye's bulkhead. */
  @Benchmark
  public int smallryeBulkhead() throws Exception {
    return PEERS.smallryeBulkhead.call(() -> plain.call(input));
  }
}
