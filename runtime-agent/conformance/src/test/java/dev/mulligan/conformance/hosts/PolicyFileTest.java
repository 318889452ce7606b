package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code without annotations gets its policies from a file. */
class PolicyFileTest {
  private static final String POLICIES =
      """
      mulligan.vendor.methods = vendor.Client#send(*)
      mulligan.vendor.policies = retry, circuitBreaker
      mulligan.vendor.key = host
      mulligan.vendor.retry.maxAttempts = 4
      mulligan.vendor.retry.delay = 1ms
      mulligan.vendor.circuitBreaker.consecutiveFailures = 4
      """;

  @TempDir private Path folder;
  private Path vendor;

  @BeforeEach
  void compile() throws IOException {
    vendor = Application.compile(folder, "vendor");
  }

  @Test
  void itsMethodsAreGuardedAsIfTheyWereAnnotated() throws Exception {
    HostRun run = jvm(POLICIES).run("vendor.Main", "a", "a", "b");

    // Four failures open the breaker of host a, and not that of host b.
    assertThat(run.values("attempts")).containsExactly("4", "0", "4");
    assertThat(run.values("thrown"))
        .containsExactly("IOException", "CircuitOpenException", "IOException");
  }

  @Test
  void aPolicyThatOnlyObservesChangesNothing() throws Exception {
    HostRun run = jvm(POLICIES + "mulligan.vendor.mode = observe\n").run("vendor.Main", "a", "a");

    assertThat(run.values("attempts")).containsExactly("1", "1");
    assertThat(run.values("thrown")).containsExactly("IOException", "IOException");
    assertThat(run.output()).contains("policy=vendor");
  }

  @Test
  void aMistakeInTheFileIsSaidAndTheProgramRuns() throws Exception {
    HostRun run =
        jvm(POLICIES.replace("maxAttempts = 4", "maxAttempts = none")).run("vendor.Main", "a");

    assertThat(run.values("attempts")).containsExactly("1");
    assertThat(run.output())
        .contains("[mulligan] ")
        .contains("mulligan.vendor.retry.maxAttempts = none: is not a whole number");
  }

  @Test
  void aMethodThatCannotBeGuardedEndsAStrictJvm() throws Exception {
    String policies = POLICIES.replace("#send(*)", "#send(*); vendor.Client#upload()");

    HostRun run = jvm(policies).option("-Dmulligan.strict=true").exits(1).run("vendor.Main", "a");

    assertThat(run.output())
        .contains("vendor.Client#upload: a native method has no body to weave")
        .contains("mulligan.strict is set");
  }

  @Test
  void explainTellsOfTheFilesMethodsBeforeAnythingRuns() throws Exception {
    Path file = Files.writeString(folder.resolve("policies.properties"), POLICIES);

    HostRun run =
        new HostJvm(folder)
            .run(
                "-jar",
                HostJars.MULLIGAN.toString(),
                "explain",
                "--config",
                file.toString(),
                vendor.toString());

    assertThat(run.output())
        .contains("send(String, int)  Client.java:10")
        .contains("Retry( CircuitBreaker( body ))")
        .contains("woven by the agent");
  }

  private HostJvm jvm(String policies) throws IOException {
    Path file = Files.writeString(folder.resolve("policies.properties"), policies);
    return new HostJvm(folder)
        .agent(HostJars.MULLIGAN, "=config=" + file)
        .classPath(vendor, HostJars.ANNOTATIONS);
  }
}
