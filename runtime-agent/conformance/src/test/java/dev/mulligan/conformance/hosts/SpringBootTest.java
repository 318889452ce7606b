package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fat jar as Spring Boot's build plugins make it, run by {@code java -jar}. */
class SpringBootTest {
  @TempDir private Path folder;

  @Test
  void aComponentIsGuardedAndTheApplicationsLogbackGetsTheLines() throws Exception {
    HostRun run = runShop();

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
    assertThat(run.output())
        .containsPattern("DEBUG .* dev\\.mulligan +: attempt failed policy=till");
  }

  @Test
  void aRuntimeAmongTheLibrariesMakesNoSecondSetOfPolicies() throws Exception {
    HostRun run = runShop(HostJars.join(HostJars.of("jackson"), HostJars.RUNTIME));

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void theEmbeddedServerAnswersAfterThreeAttempts() throws Exception {
    Path[] libraries = HostJars.of("spring-boot", "spring-boot-web");
    Path jar =
        fatJar(
            "shop.WebApplication",
            List.of("spring-boot/shop/Till.java", "spring-boot-web"),
            libraries);

    HostRun run =
        HostJvm.withMulligan(folder)
            .run("-jar", jar.toString(), "--server.port=0", "--server.address=127.0.0.1");

    run.assertGuarded();
    assertThat(run.value("answer")).isEqualTo("attempts: 3");
  }

  private HostRun runShop(Path... more) throws Exception {
    Path[] libraries = HostJars.join(HostJars.of("spring-boot"), more);
    Path jar = fatJar("shop.ShopApplication", List.of("spring-boot"), libraries);
    return HostJvm.withMulligan(folder)
        .run("-jar", jar.toString(), "--logging.level.dev.mulligan=debug");
  }

  private Path fatJar(String main, List<String> sources, Path... libraries) throws Exception {
    List<String> names = new ArrayList<>(sources);
    names.add("shop/shop/Seen.java");
    Path classes = Application.compile(folder, names, libraries);
    Path plain = new Archive().classes("", classes).write(folder.resolve("plain.jar"));
    Path fat = folder.resolve("fat.jar");
    Path[] tools = HostJars.of("spring-boot-tools");
    List<String> command =
        new ArrayList<>(List.of("Repackage", plain.toString(), fat.toString(), main));
    for (Path library : HostJars.join(libraries, HostJars.ANNOTATIONS)) {
      command.add(library.toString());
    }
    new HostJvm(folder)
        .classPath(HostJars.join(tools, Application.compile(folder, "spring-boot-tools", tools)))
        .run(command.toArray(String[]::new));
    return fat;
  }
}
