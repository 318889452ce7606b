package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plain application on the class path. */
class ClassPathTest {
  @TempDir private Path folder;

  @Test
  void theRuntimeInTheAgentsJarServesAnApplicationThatHasOnlyTheAnnotations() throws Exception {
    Path shop = Application.compile(folder, "shop");

    HostRun run =
        HostJvm.withMulligan(folder).classPath(shop, HostJars.ANNOTATIONS).run("shop.Seen");

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void theRuntimeOnTheClassPathIsTheOneThatIsUsed() throws Exception {
    Path shop = Application.compile(folder, "shop");
    Path[] libraries = HostJars.of("jackson", "slf4j");

    HostRun run =
        HostJvm.withMulligan(folder)
            .option("-Dorg.slf4j.simpleLogger.defaultLogLevel=debug")
            .classPath(HostJars.join(libraries, shop, HostJars.ANNOTATIONS, HostJars.RUNTIME))
            .run("shop.Seen");

    run.assertGuarded();
    assertThat(run.value("runtime")).startsWith("null in mulligan-runtime-");
    assertThat(run.output())
        .contains("DEBUG dev.mulligan - attempt failed policy=till method=shop.Till#pay");
  }
}
