package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged agent beside others, which change the same class; before and after them. */
class OtherAgentsTest {
  private static final Path JACOCO = HostJars.only("jacoco-agent");
  private static final Path MOCKITO = HostJars.named("mockito", "mockito-core.jar");
  private static final Path OPEN_TELEMETRY = HostJars.only("opentelemetry-agent");

  @TempDir private Path folder;

  enum Mulligan {
    FIRST,
    LAST
  }

  @ParameterizedTest
  @EnumSource
  void openTelemetryMakesItsSpans(Mulligan mulligan) throws Exception {
    HostRun run = run(mulligan, "shop.Work", OPEN_TELEMETRY);

    assertGuarded(run);
    assertSpans(1, run);
  }

  @ParameterizedTest
  @EnumSource
  void jacocoRecordsTheWovenClass(Mulligan mulligan) throws Exception {
    HostRun run = run(mulligan, "shop.Work", JACOCO);

    assertGuarded(run);
    HostRun coverage = coverage();
    assertThat(coverage.value("hits")).isNotEqualTo("0");
    if (mulligan == Mulligan.LAST) {
      // Its report knows a class by its bytes, and finds only what it saw as it was written: all
      // methods but the one that is stopped before it ends.
      assertThat(coverage.value("methods")).isEqualTo("6");
    }
  }

  @ParameterizedTest
  @EnumSource
  void mockitoMocksWhatIsWoven(Mulligan mulligan) throws Exception {
    HostRun run = run(mulligan, "shop.Mocks", MOCKITO);

    assertGuarded(run);
    assertMocks(run);
  }

  @Test
  void mockitoThatAttachesItselfLaterMocksWhatIsWoven() throws Exception {
    HostRun run = run(Mulligan.FIRST, "shop.Mocks");

    assertGuarded(run);
    assertMocks(run);
  }

  @ParameterizedTest
  @EnumSource
  void allOfThemGoTogether(Mulligan mulligan) throws Exception {
    HostRun run = run(mulligan, "shop.Mocks", OPEN_TELEMETRY, JACOCO, MOCKITO);

    assertGuarded(run);
    // The stubbed calls never reach the clerk; the spied one and the last one do.
    assertSpans(2, run);
    assertMocks(run);
    assertThat(coverage().value("hits")).isNotEqualTo("0");
  }

  private HostRun run(Mulligan mulligan, String main, Path... others) throws Exception {
    Path[] libraries = HostJars.of("opentelemetry", "mockito");
    Path classes = Application.compile(folder, List.of("agents", "mocks"), libraries);
    HostJvm jvm = new HostJvm(folder);
    List<Path> agents = new ArrayList<>(List.of(others));
    agents.add(mulligan == Mulligan.FIRST ? 0 : agents.size(), HostJars.MULLIGAN);
    agents.forEach(agent -> jvm.agent(agent, agent == JACOCO ? "=includes=shop.*" : ""));
    return jvm.option("-Dotel.traces.exporter=logging", "-Dotel.metrics.exporter=none")
        .option("-Dotel.logs.exporter=none", "-XX:+EnableDynamicAgentLoading")
        .classPath(HostJars.join(libraries, classes, HostJars.ANNOTATIONS))
        .run(main);
  }

  private HostRun coverage() throws Exception {
    Path[] libraries = HostJars.of("jacoco");
    Path main = Application.compile(folder, "coverage", libraries);
    Path[] both = HostJars.of("opentelemetry", "mockito");
    Path written = Application.compile(folder, List.of("agents", "mocks"), both);
    return new HostJvm(folder)
        .classPath(HostJars.join(libraries, main))
        .run("Coverage", "jacoco.exec", written.resolve("shop/Clerk.class").toString());
  }

  private static void assertGuarded(HostRun run) {
    assertThat(run.value("paid")).as(run.output()).isEqualTo("cash after 3");
    assertThat(run.value("locked")).isEqualTo("cash after 3");
    assertThat(run.value("ofAll")).isEqualTo("cash after 3");
    assertThat(run.value("prompt")).isEqualTo("in time");
    assertThat(run.value("late")).isEqualTo("CallTimeoutException");
    assertThat(run.refusals()).isEmpty();
  }

  /** A span is of a whole call: its attempts are made within it. */
  private static void assertSpans(int calls, HostRun run) {
    assertThat(run.output().lines().filter(line -> line.contains("'clerk pays' : ")))
        .hasSize(calls);
  }

  private static void assertMocks(HostRun run) {
    assertThat(run.value("mocked")).isEqualTo("a stub after 0");
    assertThat(run.value("spied")).isEqualTo("cash after 3");
    assertThat(run.value("spiedLocked")).isEqualTo("cash after 3");
    assertThat(run.value("stubbed")).isEqualTo("a stub after 3");
    assertThat(run.value("static")).isEqualTo("a stub after 0");
    assertThat(run.value("real")).isEqualTo("cash after 3");
  }
}
