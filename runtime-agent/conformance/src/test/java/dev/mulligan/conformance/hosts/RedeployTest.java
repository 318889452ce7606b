package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web application that is deployed again and again in one Tomcat. */
class RedeployTest {
  private static final int REDEPLOYS = Integer.getInteger("campaign.redeploys", 30);

  @TempDir private Path folder;

  @Test
  void whatIsDeployedAgainLeavesNothingBehind() throws Exception {
    Path[] libraries = HostJars.of("tomcat");
    Path main = Application.compile(folder, "redeploy", libraries);
    Path war =
        new Archive()
            .classes("WEB-INF/classes/", Application.compile(folder, "redeployed", libraries))
            .libraries("WEB-INF/lib/", HostJars.ANNOTATIONS)
            .write(folder.resolve("shop.war"));

    HostRun run =
        HostJvm.withMulligan(folder)
            .option("-Xmx256m", "-XX:MaxMetaspaceSize=96m", "-XX:+ExitOnOutOfMemoryError")
            .limit(Duration.ofSeconds(60).plusSeconds(REDEPLOYS))
            .classPath(HostJars.join(libraries, main))
            .run("Main", war.toString(), Integer.toString(REDEPLOYS));

    assertThat(run.value("answers"))
        .isEqualTo(
            "[[3, IOException, CircuitOpenException, IOException, instead, CallTimeoutException,"
                + " 3]]");
    assertThat(run.value("alive")).isEqualTo("[]");
  }
}
