package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Little projects, built by Maven with the processor on the compiler's path. */
class WrapperProjectsTest {
  @TempDir private static Path folder;
  private static HostMaven maven;
  private static Path[] libraries;

  @BeforeAll
  static void install() throws Exception {
    maven = new HostMaven(folder);
    libraries =
        HostJars.join(HostJars.of("jackson", "slf4j"), HostJars.ANNOTATIONS, HostJars.RUNTIME);
  }

  @Test
  void aPlainProject() throws Exception {
    Path classes = build("plain");

    HostRun run = jvm().classPath(HostJars.join(libraries, classes)).run("shop.Main");

    assertWrapped(run);
    assertThat(run.value("letters")).isEqualTo("1");
    assertThat(run.value("catalogue")).isEqualTo("true");
  }

  @Test
  void wrappersComeFromAnAotCache() throws Exception {
    Path jdk = Jdk25.home();
    Path shop = new Archive().classes("", build("plain")).write(folder.resolve("shop.jar"));
    Path[] all = HostJars.join(libraries, shop);
    jvm().jdk(jdk).classPath(all).option("-XX:AOTCacheOutput=" + cache()).run("shop.Main");

    HostRun run =
        jvm()
            .jdk(jdk)
            .classPath(all)
            .option("-XX:AOTCache=" + cache(), "-XX:AOTMode=on", "-Xlog:class+load")
            .run("shop.Main");

    assertWrapped(run);
    assertThat(run.output())
        .contains("shop.ResilientTill source: shared objects file")
        .contains("dev.mulligan.runtime.guard.Guard source: shared objects file");
  }

  private static Path cache() {
    return folder.resolve("app.aot");
  }

  @Test
  void aProjectOnTheModulePath() throws Exception {
    Path classes = build("modules");

    HostRun run = jvm().modulePath(HostJars.join(libraries, classes)).run("-m", "shop/shop.Main");

    assertWrapped(run);
    assertThat(run.value("module")).isEqualTo("shop");
    assertThat(run.value("letters")).isEqualTo("1");
  }

  @Test
  void aProjectWhoseWrapperIsABeanOfSpring() throws Exception {
    Path classes = build("spring");
    Path[] all = HostJars.join(libraries, HostJars.of("spring-boot"));

    HostRun run = jvm().classPath(HostJars.join(all, classes)).run("shop.Main");

    assertWrapped(run);
    assertThat(run.value("till")).isEqualTo("ResilientTill");
    assertThat(run.value("tills")).isEqualTo("1");
  }

  @Test
  void theirCataloguesTellWhetherLettersStillFit() throws Exception {
    String withLetters = build("plain").toString();
    String without = build("spring").toString();

    HostRun same = explain().run("explain", "--against", withLetters, withLetters);
    HostRun changed = explain().exits(1).run("explain", "--against", withLetters, without);

    assertThat(same.output()).contains("shop.Till#pay(long)\n  still fits");
    assertThat(changed.output()).contains("shop.Till#pay(long)\n  no longer fits:");
  }

  private static HostJvm explain() throws IOException {
    return jvm().option("-jar", HostJars.MULLIGAN.toString());
  }

  private static void assertWrapped(HostRun run) {
    assertThat(run.value("attempts")).as(run.output()).isEqualTo("3");
    assertThat(run.value("failure")).isEqualTo("no change");
  }

  private static Path build(String name) throws Exception {
    Path project = maven.project(name);
    if (Files.exists(project.resolve("target/classes"))) {
      return project.resolve("target/classes");
    }
    String printed = maven.build(project, "process-classes");
    assertThat(printed).doesNotContain("[Mulligan");
    return project.resolve("target/classes");
  }

  /** In a folder of its own, where its letters are. */
  private static HostJvm jvm() throws IOException {
    return new HostJvm(Files.createTempDirectory(folder, "run"));
  }
}
