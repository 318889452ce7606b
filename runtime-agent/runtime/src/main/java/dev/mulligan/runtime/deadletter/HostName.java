package dev.mulligan.runtime.deadletter;

import dev.mulligan.runtime.time.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of this machine. Asked of the environment and the kernel, or else of a resolver, which
 * may take long: letters that are written meanwhile come from an unknown machine. Thread-safe.
 */
final class HostName {
  private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

  private static volatile String name = "unknown";

  static {
    String known = known();
    if (known == null) {
      Threads.daemon("mulligan-host", HostName::resolve).start();
    } else {
      name = known;
    }
  }

  private HostName() {}

  static String get() {
    return name;
  }

  private static @Nullable String known() {
    return Stream.of("HOSTNAME", "COMPUTERNAME")
        .map(System::getenv)
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .orElseGet(HostName::kernel);
  }

  private static @Nullable String kernel() {
    try {
      String text = Files.readString(KERNEL).strip();
      return text.isEmpty() ? null : text;
    } catch (IOException | RuntimeException notLinux) {
      return null;
    }
  }

  private static void resolve() {
    try {
      name = InetAddress.getLocalHost().getHostName();
    } catch (IOException | RuntimeException unknown) {
      // It stays unknown.
    }
  }
}
