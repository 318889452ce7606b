package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plug-in whose loader looks at the plug-in's own classes first. */
class ChildFirstTest {
  @TempDir private Path folder;

  @Test
  void aPlugInWithoutARuntimeOfItsOwnIsGuarded() throws Exception {
    HostRun run = run(HostJars.ANNOTATIONS);

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void aPlugInWithARuntimeOfItsOwnIsGuardedByThat() throws Exception {
    Path[] own = HostJars.join(HostJars.of("jackson"), HostJars.RUNTIME);

    HostRun run = run(HostJars.join(own, HostJars.ANNOTATIONS));

    run.assertGuarded();
    assertThat(run.value("runtime")).contains("mulligan-runtime");
  }

  private HostRun run(Path... beside) throws Exception {
    Path main = Application.compile(folder, "child-first");
    Path shop = Application.compile(folder, "shop");
    String[] command =
        Stream.concat(Stream.of("Main", shop + "/"), Stream.of(beside).map(Path::toString))
            .toArray(String[]::new);
    return HostJvm.withMulligan(folder).classPath(main).run(command);
  }
}
