package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM is looked at and operated from outside while it runs. */
class OperationsTest {
  private static final String POLICIES =
      """
      mulligan.vendor.methods = vendor.Client#send(*); vendor.Client#upload()
      mulligan.vendor.policies = retry
      mulligan.vendor.retry.delay = 1ms
      """;

  @TempDir private Path folder;
  private Path file;
  private HostDialog application;

  @BeforeEach
  void start() throws Exception {
    file = Files.writeString(folder.resolve("policies.properties"), POLICIES);
    application =
        new HostJvm(folder)
            .agent(HostJars.MULLIGAN, "=config=" + file)
            .classPath(Application.compile(folder, "vendor"), HostJars.ANNOTATIONS)
            .start("vendor.Operated");
    assertThat(application.ask("call")).isEqualTo("attempts=3");
  }

  @AfterEach
  void stop() throws Exception {
    application.end();
  }

  @Test
  void statusProvesWhatIsGuardedAndNamesWhatIsNot() throws Exception {
    HostRun run = command(1, "status");

    assertThat(run.output())
        .contains("process " + application.pid())
        .contains("self-test passed")
        .contains("vendor.Client#send")
        .contains("vendor.Client#upload: a native method has no body to weave");
  }

  @Test
  void theCommandLineSwitchesOffAndOn() throws Exception {
    assertThat(command(0, "switch", "off", "policy:vendor").output()).contains("[policy:vendor]");
    assertThat(application.ask("call")).isEqualTo("attempts=1");

    command(0, "switch", "on", "policy:vendor");
    assertThat(application.ask("call")).isEqualTo("attempts=3");
  }

  @Test
  void theFileSwitchesOffAndOn() throws Exception {
    Files.writeString(file, POLICIES + "mulligan.off = class:vendor.*\n");
    askUntil("attempts=1");

    Files.writeString(file, POLICIES);
    askUntil("attempts=3");
  }

  @Test
  void theMBeanSwitchesWhereTheApplicationUsesJmx() throws Exception {
    assertThat(application.ask("jmx all")).isEqualTo("off=all");
    assertThat(application.ask("call")).isEqualTo("attempts=3");
  }

  @Test
  void whatIsNoSwitchIsRefusedWithWhatThereIs() throws Exception {
    assertThat(command(1, "switch", "off", "polcy:vendor").output())
        .contains("polcy:vendor")
        .contains("policy:");
  }

  /** As often as it takes; the dialog has a limit of its own. */
  private void askUntil(String answer) throws IOException {
    while (!application.ask("call").equals(answer)) {
      Thread.onSpinWait();
    }
  }

  private HostRun command(int exit, String... words) throws Exception {
    String[] all = new String[words.length + 4];
    all[0] = "-jar";
    all[1] = HostJars.MULLIGAN.toString();
    System.arraycopy(words, 0, all, 2, words.length);
    all[words.length + 2] = "--dir";
    all[words.length + 3] = ".mulligan";
    return new HostJvm(folder).exits(exit).run(all);
  }
}
