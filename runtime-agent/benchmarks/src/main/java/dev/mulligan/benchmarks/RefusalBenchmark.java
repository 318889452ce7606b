package dev.mulligan.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a call costs that an open breaker refuses, the exception included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class RefusalBenchmark {
  private static final Peers PEERS = new Peers();
  private static final int FAILS = -1;

  private final PlainService plain = new PlainService();
  private final WovenService woven = new WovenService();
  private final WrappedService wrapped = new ResilientWrappedService();
  private int input = 7;

  /** Opens all breakers. */
  @Setup
  public void open() {
    attempt(() -> woven.open(FAILS));
    attempt(() -> wrapped.open(FAILS));
    PEERS.resilience4jOpenBreaker.transitionToOpenState();
    PEERS.failsafeOpenBreaker.open();
    for (int i = 0; i < 10; i++) {
      attempt(
          () ->
              PEERS.smallryeOpenBreaker.call(
                  () -> {
                    throw Trouble.INSTANCE;
                  }));
    }
  }

  /** An open breaker, woven. */
  @Benchmark
  public Object wovenRefusal() {
    return attempt(() -> woven.open(input));
  }

  /** An open breaker, in a generated wrapper. */
  @Benchmark
  public Object wrappedRefusal() {
    return attempt(() -> wrapped.open(input));
  }

  /** Resilience4j's open breaker, its exceptions without stack traces. */
  @Benchmark
  public Object resilience4jRefusal() {
    return attempt(() -> PEERS.resilience4jOpenBreaker.executeSupplier(() -> plain.call(input)));
  }

  /** Failsafe's open breaker. */
  @Benchmark
  public Object failsafeRefusal() {
    return attempt(() -> PEERS.failsafeOpen.get(() -> plain.call(input)));
  }

  /** SmallRye's open breaker. */
  @Benchmark
  public Object smallryeRefusal() {
    return attempt(() -> PEERS.smallryeOpenBreaker.call(() -> plain.call(input)));
  }

  /** Gives the refusal; a call that passes would not be what is measured. */
  private static Exception attempt(Callable<Integer> call) {
    try {
      throw new IllegalStateException("not refused, but " + call.call());
    } catch (IllegalStateException passed) {
      throw passed;
    } catch (Exception refusal) {
      return refusal;
    }
  }
}
