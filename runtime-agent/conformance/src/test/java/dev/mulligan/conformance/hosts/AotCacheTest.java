package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that were woven at build time come from the AOT cache of JDK 25. */
class AotCacheTest {
  @TempDir private static Path folder;
  private static Path jdk;
  private static Path[] classPath;

  @BeforeAll
  static void trainWithWovenClasses() throws Exception {
    jdk = Jdk25.home();
    Path shop = new Archive().classes("", woven()).write(folder.resolve("shop.jar"));
    classPath =
        HostJars.join(
            HostJars.of("jackson", "slf4j"), shop, HostJars.ANNOTATIONS, HostJars.RUNTIME);
    jvm().option("-XX:AOTCacheOutput=app.aot").run("shop.Seen").assertGuarded();
  }

  @Test
  void theyAreGuardedAndComeFromTheCache() throws Exception {
    HostRun run =
        jvm().option("-XX:AOTCache=app.aot", "-XX:AOTMode=on", "-Xlog:class+load").run("shop.Seen");

    run.assertGuarded();
    assertThat(run.output())
        .contains("shop.Till source: shared objects file")
        .contains("dev.mulligan.runtime.guard.Woven source: shared objects file");
  }

  @Test
  void theJvmIgnoresTheCacheWhereThereIsAnAgent() throws Exception {
    HostRun run =
        jvm()
            .agent(HostJars.MULLIGAN, "")
            .option("-XX:AOTCache=app.aot", "-XX:AOTMode=auto", "-Xlog:class+load")
            .run("shop.Seen");

    run.assertGuarded();
    assertThat(run.output())
        .contains("Mismatched values for property jdk.module.addmods: java.instrument")
        .doesNotContain("source: shared objects file");
  }

  @Test
  void theJvmDoesNotStartWhereThereIsAnAgentAndTheCacheIsAMust() throws Exception {
    HostRun run =
        jvm()
            .agent(HostJars.MULLIGAN, "")
            .option("-XX:AOTCache=app.aot", "-XX:AOTMode=on")
            .exits(1)
            .run("shop.Seen");

    assertThat(run.output()).contains("Unable to use AOT cache.");
  }

  private static HostJvm jvm() {
    return new HostJvm(folder).jdk(jdk).classPath(classPath);
  }

  private static Path woven() throws Exception {
    Path shop = Application.compile(folder, "shop");
    Path woven = Files.createDirectory(folder.resolve("woven"));
    new HostJvm(folder)
        .classPath(HostJars.join(HostJars.of("mockito"), HostJars.MULLIGAN))
        .run(
            "net.bytebuddy.build.Plugin$Engine$Default",
            shop.toString(),
            woven.toString(),
            "dev.mulligan.agent.build.MulliganPlugin");
    return woven;
  }
}
