package dev.mulligan.agent.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Writes letters as JSON. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes letters as JSON, a line for each, oldest first; those that wait, unless something"
          + " else is said.",
    })
final class LettersExportCommand implements Callable<Integer> {
  private static final int PAGE = 500;

  @ParentCommand private LettersCommand letters = new LettersCommand();
  @Mixin private Processes processes = new Processes();
  @Mixin private Output output = new Output();
  @Mixin private LetterOptions which = new LetterOptions();

  @Option(names = "--limit", paramLabel = "<n>", description = "how many at most (default: all)")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--to",
      paramLabel = "<file>",
      description = "a new file, which only its owner can read (default: standard output)")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw letters.usage("--limit " + limit + ": must be 1 or more");
    }
    try (LetterDesk desk = letters.open(processes)) {
      if (file == null) {
        export(desk, output.out(), new Progress(null, null));
        output.out().flush();
      } else {
        try (PrintWriter out = create(file);
            Progress progress = Progress.on(output, () -> expected(desk))) {
          export(desk, out, progress);
          if (out.checkError()) {
            throw new IOException("the letters could not be written to " + file);
          }
        }
      }
    }
    return 0;
  }

  private @Nullable Long expected(LetterDesk desk) {
    Long meant = desk.count(which.fieldsOfWaiting());
    return meant == null ? null : Long.valueOf(Math.min(meant, limit));
  }

  private void export(LetterDesk desk, PrintWriter out, Progress progress) throws IOException {
    Map<String, @Nullable Object> fields = which.fieldsOfWaiting();
    long done = 0;
    Object after = "";
    // Nobody may read on at the other end of a pipe.
    while (after != null && done < limit && !out.checkError()) {
      fields.put("limit", (int) Math.min(PAGE, limit - done));
      Processes.Answer page = desk.ask("letters.export", fields);
      List<?> lines = page.values().get("letters") instanceof List<?> list ? list : List.of();
      lines.forEach(out::println);
      done += lines.size();
      progress.show(done, "");
      after = page.values().get("after");
      fields.put("after", after);
    }
  }

  private static PrintWriter create(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new NoSuchFileException("folder " + folder);
    }
    boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] onlyForOwner =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    return new PrintWriter(
        new BufferedWriter(
            new OutputStreamWriter(
                Channels.newOutputStream(
                    Files.newByteChannel(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        onlyForOwner)),
                StandardCharsets.UTF_8)));
  }
}
