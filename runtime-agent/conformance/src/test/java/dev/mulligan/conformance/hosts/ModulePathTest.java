package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application on the module path. */
class ModulePathTest {
  @TempDir private Path folder;

  @Test
  void aModuleThatRequiresOnlyTheAnnotationsIsServedByTheRuntimeInTheAgentsJar() throws Exception {
    Path shop = Application.compileModule(folder, List.of("module", "shop"));

    HostRun run =
        HostJvm.withMulligan(folder)
            .modulePath(shop, HostJars.ANNOTATIONS)
            .run("-m", "shop/shop.Seen");

    run.assertGuarded();
    assertThat(run.value("module")).isEqualTo("shop");
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void aModuleThatRequiresTheRuntimeIsServedByThatModule() throws Exception {
    Path[] libraries = HostJars.join(HostJars.of("jackson", "slf4j"), HostJars.RUNTIME);
    Path shop =
        Application.compileModule(folder, List.of("module-with-runtime", "shop"), libraries);

    HostRun run =
        HostJvm.withMulligan(folder)
            .modulePath(HostJars.join(libraries, shop, HostJars.ANNOTATIONS))
            .run("-m", "shop/shop.Seen");

    run.assertGuarded();
    assertThat(run.value("module")).isEqualTo("shop");
    assertThat(run.value("runtime")).startsWith("dev.mulligan.runtime in mulligan-runtime-");
  }
}
