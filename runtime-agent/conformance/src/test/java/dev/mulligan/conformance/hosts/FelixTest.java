package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle in the OSGi framework of Apache Felix. */
class FelixTest {
  @TempDir private Path folder;

  @Test
  void aBundleThatDoesNotSeeTheRuntimeIsLeftAsWrittenAndTheReasonSaid() throws Exception {
    run().assertRefused("shop [1]", "org.apache.felix.framework.BundleWiringImpl");
  }

  @Test
  void aBundleIsGuardedWhereMulliganIsDelegatedToTheSystemLoader() throws Exception {
    HostRun run =
        run(
            "org.osgi.framework.bootdelegation=dev.mulligan.*",
            "org.osgi.framework.bundle.parent=app");

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  private HostRun run(String... settings) throws Exception {
    Path felix = HostJars.only("felix");
    Path main = Application.compile(folder, "felix", felix);
    String[] command =
        Stream.concat(Stream.of("Main", bundle(felix).toString()), Stream.of(settings))
            .toArray(String[]::new);
    return HostJvm.withMulligan(folder).classPath(felix, main).run(command);
  }

  private Path bundle(Path felix) throws Exception {
    Path classes = Application.compile(folder, List.of("shop", "bundle"), felix);
    return new Archive()
        .manifest("Bundle-ManifestVersion", "2")
        .manifest("Bundle-SymbolicName", "shop")
        .manifest("Bundle-Activator", "shop.Activator")
        .manifest("Bundle-ClassPath", ".,lib/" + HostJars.ANNOTATIONS.getFileName())
        .manifest("Import-Package", "org.osgi.framework")
        .classes("", classes)
        .libraries("lib/", HostJars.ANNOTATIONS)
        .write(folder.resolve("shop.jar"));
  }
}
