package dev.mulligan.conformance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guarded classes of dropped loaders take no memory with them. */
@Campaign
class LoaderCampaignTest {
  private static final int LOADERS = Effort.of(10_000, 50_000);
  private static final long SECONDS = Effort.of(1800, 7200);
  // More than fit into 64 MiB of metaspace many times over, if they are kept.
  private static final int ENOUGH_TO_FILL = 10_000;

  @TempDir private Path folder;

  @Test
  void droppedLoadersLeaveNothingBehind() throws Exception {
    Child child = churn(LOADERS, "drop", Effort.jvm());

    System.out.println("loader campaign: " + LOADERS + " loaders, exit " + child.exit());
    assertThat(child.exit()).as(child.output()).isZero();
    // Most have one result, done. Of twenty, one has instead thrice and later, one done thrice and
    // later.
    long sum = LOADERS / 20 * (18 * 4 + (3 * 7 + 5) + (3 * 4 + 5L));
    assertThat(child.output()).contains("churned " + LOADERS + " sum " + sum);
  }

  @Test
  void heldLoadersAreNoticed() throws Exception {
    Child child = churn(ENOUGH_TO_FILL, "hold", List.of());

    assertThat(child.exit()).as(child.output()).isNotZero();
    assertThat(child.output()).contains("OutOfMemoryError");
  }

  private Child churn(int loaders, String what, List<String> options) throws Exception {
    Path classes = Programs.classes(folder.resolve("classes"));
    List<String> command =
        new ArrayList<>(List.of("java", "-Xmx64m", "-XX:MaxMetaspaceSize=64m", Child.agent()));
    command.addAll(options);
    command.addAll(List.of("-Dmulligan.dir=" + folder.resolve("mulligan"), "-cp"));
    command.addAll(List.of(classes.toString(), LoaderChurn.class.getName()));
    command.addAll(List.of(Integer.toString(loaders), what));
    return Child.run(folder, SECONDS, command);
  }
}
