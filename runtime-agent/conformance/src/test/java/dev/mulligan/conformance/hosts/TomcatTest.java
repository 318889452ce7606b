package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Web applications, deployed as archives in an embedded Tomcat. */
class TomcatTest {
  @TempDir private Path folder;

  @Test
  void anApplicationWithoutARuntimeOfItsOwnIsGuarded() throws Exception {
    HostRun run = tomcat().run("Main", "/a=" + war(), "/a/pay");

    run.assertGuarded();
    assertThat(run.value("answer")).isEqualTo("/a attempts: 3");
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void anApplicationWithARuntimeOfItsOwnIsGuardedByThat() throws Exception {
    HostRun run = tomcat().run("Main", "/a=" + warWithRuntime(), "/a/pay");

    run.assertGuarded();
    assertThat(run.value("answer")).isEqualTo("/a attempts: 3");
    assertThat(run.value("runtime")).contains("mulligan-runtime");
  }

  @Test
  void aLoaderThatDelegatesPrefersTheAgentsRuntimeToTheApplicationsOwn() throws Exception {
    HostRun run =
        tomcat().option("-Ddelegate=true").run("Main", "/a=" + warWithRuntime(), "/a/pay");

    run.assertGuarded();
    assertThat(run.value("runtime")).isEqualTo("null in mulligan-agent.jar");
  }

  @Test
  void policiesOfTwoApplicationsWithTheSameNamesDoNotMix() throws Exception {
    Path war = war();

    HostRun run =
        tomcat()
            .run(
                "Main",
                "/a=" + war,
                "/b=" + war,
                "/a/ask?up=false",
                "/a/ask?up=false",
                "/a/ask?up=true",
                "/b/ask?up=true");

    assertThat(run.values("answer"))
        .containsExactly("/a IOException", "/a IOException", "/a CircuitOpenException", "/b up");
  }

  @Test
  void aLetterIsReplayedByTheApplicationThatLostTheCall() throws Exception {
    Path war = war();

    HostRun run =
        tomcat()
            .run(
                "Main",
                "/a=" + war,
                "/b=" + war,
                "/a/order?up=false",
                "/b/order?up=false",
                "/a/order?up=true",
                "/b/order?up=true",
                "replay");

    assertThat(run.values("taken"))
        .containsExactlyInAnyOrder(
            "order of /a by /a", "order of /b by /b", "order of /a by /a", "order of /b by /b");
  }

  private HostJvm tomcat() throws Exception {
    Path[] libraries = HostJars.of("tomcat");
    Path main = Application.compile(folder, "tomcat", libraries);
    return HostJvm.withMulligan(folder).classPath(HostJars.join(libraries, main));
  }

  private Path war() throws Exception {
    return war(HostJars.ANNOTATIONS);
  }

  private Path warWithRuntime() throws Exception {
    return war(HostJars.join(HostJars.of("jackson"), HostJars.RUNTIME, HostJars.ANNOTATIONS));
  }

  private Path war(Path... libraries) throws Exception {
    Path classes = Application.compile(folder, List.of("shop", "war"), HostJars.of("tomcat"));
    return new Archive()
        .classes("WEB-INF/classes/", classes)
        .libraries("WEB-INF/lib/", libraries)
        .write(folder.resolve("shop.war"));
  }
}
