// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Idempotent;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.IntStream;

@Idempotent
public class LintOneShotArgument {
  @Retry
  public void upload(String name, ByteArrayInputStream bytes) {}

  @DeadLetter
  public void keep(Reader text) {}

  @Retry
  public <I extends Iterator<String>> void all(I names, IntStream numbers) {}

  @Retry
  public void publish(Flow.Publisher<String> lines) {}

  @Timeout("1s")
  public void once(Reader text) {}

  @Retry
  public void fine(Path path, List<String> names, Supplier<Reader> text) {}
}
