package dev.mulligan.agent.policyfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.agent.policyfile.MethodPattern.Candidate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileReaderTest {
  private final List<String> problems = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void aPolicyHasMethodsKindsValuesAndAKey() throws IOException {
    PolicyFile file =
        read(
            """
            mulligan.vendor.methods = com.vendor.Client#send(*); com.vendor.Client#receive()
            mulligan.vendor.policies = retry, circuitBreaker, DeadLetter
            mulligan.vendor.key = request.host
            mulligan.vendor.retry.maxAttempts = 5
            mulligan.other.retry.maxAttempts = 7
            """);

    assertThat(problems).isEmpty();
    assertThat(file.policies()).hasSize(1);
    FilePolicy policy = file.policies().get(0);
    assertThat(policy.name()).isEqualTo("vendor");
    assertThat(policy.methods()).hasSize(2);
    assertThat(policy.values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Retry",
                Map.of("maxAttempts", "5"),
                "CircuitBreaker",
                Map.of(),
                "DeadLetter",
                Map.of()));
    assertThat(policy.keyParameter()).isEqualTo("request");
    assertThat(policy.keyPath()).isEqualTo("host");
    assertThat(file.mayConcern("com/vendor/Client")).isTrue();
    assertThat(file.mayConcern("com/vendor/Server")).isFalse();
  }

  @Test
  void thePatternThatSaysMostCounts() throws IOException {
    PolicyFile file =
        read(
            """
            mulligan.all.methods = com.vendor.*#*
            mulligan.all.policies = retry
            mulligan.client.methods = com.vendor.Client#*
            mulligan.client.policies = retry
            mulligan.send.methods = com.vendor.Client#send
            mulligan.send.policies = retry
            """);

    assertThat(file.find(method("com/vendor/Client", "send")).name()).isEqualTo("send");
    assertThat(file.find(method("com/vendor/Client", "other")).name()).isEqualTo("client");
    assertThat(file.find(method("com/vendor/Server", "send")).name()).isEqualTo("all");
    assertThat(file.find(method("org/vendor/Server", "send"))).isNull();
  }

  @Test
  void twoThatSayTheSameLeaveTheMethodAlone() throws IOException {
    PolicyFile file =
        read(
            """
            mulligan.one.methods = com.vendor.Client#send
            mulligan.one.policies = retry
            mulligan.two.methods = com.vendor.Client#send
            mulligan.two.policies = retry
            """);

    assertThatThrownBy(() -> file.find(method("com/vendor/Client", "send")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("policies one and two")
        .hasMessageContaining("policies.properties");
  }

  @Test
  void whatIsWrongIsNamedWithFileKeyAndValueAndTheRestCounts() throws IOException {
    PolicyFile file =
        read(
            """
            mulligan.form.methods = com.vendor.Client.send
            mulligan.form.policies = retry
            mulligan.kind.methods = com.vendor.Client#send
            mulligan.kind.policies = retri
            mulligan.value.methods = com.vendor.Client#send
            mulligan.value.policies = retry
            mulligan.value.retry.maxAttempts = none
            mulligan.alone.methods = com.vendor.Client#send
            mulligan.lost.policies = retry
            mulligan.right.methods = com.vendor.Client#send
            mulligan.right.policies = retry
            """);

    assertThat(file.policies()).extracting(FilePolicy::name).containsExactly("right");
    assertThat(problems)
        .hasSize(5)
        .allMatch(problem -> problem.contains("policies.properties"))
        .anyMatch(p -> p.contains("mulligan.form.methods") && p.contains("com.vendor.Client.send"))
        .anyMatch(p -> p.contains("no policy retri; did you mean retry?"))
        .anyMatch(p -> p.contains("mulligan.value") && p.contains("none"))
        .anyMatch(p -> p.contains("no mulligan.alone.policies beside it"))
        .anyMatch(p -> p.contains("no mulligan.lost.methods beside it"));
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    PolicyFile file = PolicyFileReader.read(folder.resolve("absent").toString(), problems);

    assertThat(file.policies()).isEmpty();
    assertThat(problems).singleElement().asString().contains("absent").contains("cannot be read");
  }

  private PolicyFile read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("policies.properties"), text);
    return PolicyFileReader.read(file.toString(), problems);
  }

  private static Candidate method(String type, String name) {
    return new Candidate(type, name, List.of(), true, false);
  }
}
