package dev.mulligan.conformance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs start while eight threads load classes: none hangs, and none says anything else. */
@Campaign
class StartCampaignTest {
  private static final int STARTS = Effort.of(40, 2_000);
  private static final int AT_ONCE = 2;
  private static final long SECONDS = 30;
  // Eight threads each load 200 classes; every tenth of these has a policy.
  private static final String LOADED = "loaded 1600";
  private static final int ANNOTATED = 20;

  @TempDir private static Path programs;
  private static Path classes;
  private static Path crowd;

  @BeforeAll
  static void generate() throws Exception {
    classes = Programs.classes(programs.resolve("classes"));
    List<Path> sources = new ArrayList<>();
    sources.add(Files.writeString(programs.resolve("Contract.java"), CONTRACT));
    sources.add(Files.writeString(programs.resolve("Guarded.java"), GUARDED));
    for (int i = 0; i < 200; i++) {
      sources.add(Files.writeString(programs.resolve("Generated" + i + ".java"), source(i)));
    }
    Programs.compile(classes, sources);
    crowd = Programs.agent(programs, Crowd.class, Class.forName(Crowd.class.getName() + "$1"));
  }

  @Test
  void whileThreadsLoadClassesStartsNeitherHangNorFail() throws Exception {
    List<String> wrong = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> starts = new ArrayList<>();
      for (int i = 0; i < STARTS; i++) {
        boolean oursFirst = i % 2 == 0;
        starts.add(pool.submit(() -> wrongWith(start(oursFirst), oursFirst)));
      }
      for (Future<String> start : starts) {
        if (!start.get().isEmpty()) {
          wrong.add(start.get());
        }
      }
    } finally {
      pool.shutdownNow();
    }
    Files.write(Files.createDirectories(Child.TARGET).resolve("starts.txt"), wrong);
    System.out.println("start campaign: " + STARTS + " starts, wrong " + wrong.size());
    assertThat(wrong).isEmpty();
  }

  private static Child start(boolean oursFirst) throws Exception {
    List<String> agents = new ArrayList<>(List.of("-javaagent:" + crowd));
    agents.add(oursFirst ? 0 : 1, Child.agent());
    List<String> command = new ArrayList<>(List.of("java", "-Xmx128m"));
    command.addAll(agents);
    command.addAll(
        List.of(
            "-Dmulligan.dir=" + programs.resolve("mulligan"),
            "-cp",
            classes.toString(),
            Crowd.class.getName()));
    return Child.run(programs, SECONDS, command);
  }

  private static String wrongWith(Child child, boolean oursFirst) {
    String all = LOADED + " guarded " + ANNOTATED + "\n";
    // What loads before our agent is there is not woven, and never will be.
    boolean right =
        oursFirst ? child.output().equals(all) : child.output().matches(LOADED + " guarded \\d+\n");
    return child.exit() == 0 && right
        ? ""
        : "ours first: " + oursFirst + ", exit " + child.exit() + "\n" + child.output();
  }

  private static final String CONTRACT =
      """
      public interface Contract {
        @dev.mulligan.annotations.Retry(maxAttempts = 2, delay = "0ms")
        int call();
      }
      """;

  private static final String GUARDED =
      """
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      @dev.mulligan.annotations.Retry(maxAttempts = 2, delay = "0ms")
      public @interface Guarded {}
      """;

  /** Every tenth class has a policy: by itself, by an interface, by another annotation. */
  private static String source(int number) {
    String kind = number % 10 == 0 ? List.of("retry", "contract", "meta").get(number / 10 % 3) : "";
    String annotation =
        switch (kind) {
          case "retry" -> "@dev.mulligan.annotations.Retry(maxAttempts = 2, delay = \"0ms\")";
          case "meta" -> "@Guarded";
          default -> "";
        };
    return """
    public class Generated%d %s {
      private int calls;
      %s
      public int call() {
        if (++calls == 1) {
          throw new IllegalStateException("the first one");
        }
        return calls;
      }
    }
    """
        .formatted(number, kind.equals("contract") ? "implements Contract" : "", annotation);
  }
}
