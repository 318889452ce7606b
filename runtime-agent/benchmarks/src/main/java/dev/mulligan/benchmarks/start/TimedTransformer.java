package dev.mulligan.benchmarks.start;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.IllegalClassFormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps how long another transformer takes for each class. Thread-safe. */
final class TimedTransformer implements ClassFileTransformer {
  private static final int MOST = 1 << 20;

  private final ClassFileTransformer timed;
  private final long[] nanos = new long[MOST];
  private final AtomicInteger seen = new AtomicInteger();
  private final AtomicInteger changed = new AtomicInteger();

  TimedTransformer(ClassFileTransformer timed) {
    this.timed = timed;
  }

  @Override
  public byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] file)
      throws IllegalClassFormatException {
    long begin = System.nanoTime();
    byte[] result = timed.transform(module, loader, name, redefined, domain, file);
    long end = System.nanoTime();
    // Those of the bootstrap loader are no application's: they would make the median too good.
    if (loader != null) {
      nanos[seen.getAndIncrement()] = end - begin;
      if (result != null) {
        changed.incrementAndGet();
      }
    }
    return result;
  }

  ClassFileTransformer timed() {
    return timed;
  }

  /** Writes medians, in microseconds, as JSON. */
  void write(Path file) throws IOException {
    int count = seen.get();
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    Files.writeString(
        file,
        "{\"classes\": %d, \"changed\": %d, \"median\": %s, \"late99\": %s, \"sum\": %s}"
            .formatted(
                count,
                changed.get(),
                micros(sorted[count / 2]),
                micros(sorted[(int) (count * 0.99)]),
                micros(Arrays.stream(sorted).sum())));
  }

  private static double micros(long nanos) {
    return nanos / 1000.0;
  }
}
