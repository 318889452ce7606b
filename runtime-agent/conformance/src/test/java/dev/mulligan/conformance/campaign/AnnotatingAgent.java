package dev.mulligan.conformance.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before and after Mulligan's agent. Before it, with the argument {@code annotate}: puts
 * policies on every class of a jar, so that all of its public methods are woven. After it, with a
 * file as argument: counts what was woven.
 */
public final class AnnotatingAgent {
  private static final byte[] WOVEN = "dev/mulligan/runtime/guard/Woven".getBytes();
  private static final List<String> POLICIES =
      List.of(
          "dev/mulligan/annotations/Retry",
          "dev/mulligan/annotations/CircuitBreaker",
          "dev/mulligan/annotations/DeadLetter");

  private AnnotatingAgent() {}

  /**
   * Called by the JVM before {@code main}.
   *
   * @param arguments {@code annotate}, or the file for the count
   * @param instrumentation the JVM's
   */
  public static void premain(String arguments, Instrumentation instrumentation) {
    if (arguments.equals("annotate")) {
      instrumentation.addTransformer(new OfJars(AnnotatingAgent::annotated));
      return;
    }
    AtomicInteger woven = new AtomicInteger();
    instrumentation.addTransformer(
        new OfJars(
            file -> {
              woven.addAndGet(isWoven(file) ? 1 : 0);
              return null;
            }));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> write(Path.of(arguments), woven.get())));
  }

  private static byte @Nullable [] annotated(byte[] file) throws IOException {
    return ClassAnnotations.add(file, POLICIES);
  }

  private static boolean isWoven(byte[] file) {
    for (int at = 0; at <= file.length - WOVEN.length; at++) {
      int same = 0;
      while (same < WOVEN.length && file[at + same] == WOVEN[same]) {
        same++;
      }
      if (same == WOVEN.length) {
        return true;
      }
    }
    return false;
  }

  private static void write(Path file, int count) {
    try {
      Files.writeString(file, Integer.toString(count));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is to be done with a class file. */
  @FunctionalInterface
  interface Change {
    byte @Nullable [] apply(byte[] file) throws IOException;
  }

  /** Sees the classes of {@link JarLoader}s alone. */
  static final class OfJars implements ClassFileTransformer {
    private final Change change;

    OfJars(Change change) {
      this.change = change;
    }

    @Override
    public byte @Nullable [] transform(
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> redefined,
        @Nullable ProtectionDomain domain,
        byte[] file) {
      if (loader == null || !loader.getClass().getSimpleName().equals("JarLoader")) {
        return null;
      }
      try {
        return change.apply(file);
      } catch (IOException | RuntimeException e) {
        System.out.println("cannot annotate " + name + ": " + e);
        return null;
      }
    }
  }
}
