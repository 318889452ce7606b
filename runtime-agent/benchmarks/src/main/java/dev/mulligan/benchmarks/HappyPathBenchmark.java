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

/** What a policy costs a call that succeeds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class HappyPathBenchmark {
  private static final Peers PEERS = new Peers();

  /** The services, one set a thread: what is shared is the policy, not the work. */
  @State(Scope.Thread)
  public static class Services {
    private final PlainService plain = new PlainService();
    private final WovenService woven = new WovenService();
    private final WrappedService wrapped = new ResilientWrappedService();
    private int input = 7;
  }

  /** The work alone. */
  @Benchmark
  public int plainCall(Services s) {
    return s.plain.call(s.input);
  }

  /** Retry, woven. */
  @Benchmark
  public int wovenRetry(Services s) {
    return s.woven.retry(s.input);
  }

  /** A closed breaker, woven. */
  @Benchmark
  public int wovenBreaker(Services s) {
    return s.woven.breaker(s.input);
  }

  /** Retry, breaker, dead letter and fallback, woven. */
  @Benchmark
  public int wovenAll(Services s) {
    return s.woven.all(s.input);
  }

  /** Retry, in a generated wrapper. */
  @Benchmark
  public int wrappedRetry(Services s) {
    return s.wrapped.retry(s.input);
  }

  /** A closed breaker, in a generated wrapper. */
  @Benchmark
  public int wrappedBreaker(Services s) {
    return s.wrapped.breaker(s.input);
  }

  /** Retry, breaker, dead letter and fallback, in a generated wrapper. */
  @Benchmark
  public int wrappedAll(Services s) {
    return s.wrapped.all(s.input);
  }

  /** Resilience4j's retry. */
  @Benchmark
  public int resilience4jRetry(Services s) {
    return PEERS.resilience4jRetry.executeSupplier(() -> s.plain.call(s.input));
  }

  /** Resilience4j's closed breaker. */
  @Benchmark
  public int resilience4jBreaker(Services s) {
    return PEERS.resilience4jBreaker.executeSupplier(() -> s.plain.call(s.input));
  }

  /** Resilience4j's retry around its closed breaker. */
  @Benchmark
  public int resilience4jBoth(Services s) {
    return PEERS.resilience4jRetry.executeSupplier(
        () -> PEERS.resilience4jBreaker.executeSupplier(() -> s.plain.call(s.input)));
  }

  /** Failsafe's retry. */
  @Benchmark
  public int failsafeRetry(Services s) {
    return PEERS.failsafeRetry.get(() -> s.plain.call(s.input));
  }

  /** Failsafe's closed breaker. */
  @Benchmark
  public int failsafeBreaker(Services s) {
    return PEERS.failsafeBreaker.get(() -> s.plain.call(s.input));
  }

  /** Spring Framework's RetryTemplate. */
  @Benchmark
  public int springRetry(Services s) throws Exception {
    Integer result = PEERS.springRetry.execute(() -> s.plain.call(s.input));
    return result == null ? 0 : result;
  }

  /** SmallRye's retry around its closed breaker. */
  @Benchmark
  public int smallryeBoth(Services s) throws Exception {
    return PEERS.smallryeBoth.call(() -> s.plain.call(s.input));
  }
}
