package dev.mulligan.conformance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start loads because of the agent, when no class has a policy. */
@Campaign
class PremainCampaignTest {
  // The first class that the JVM loads after all agents, on its way to main.
  private static final String AFTER_AGENTS = "sun.launcher.LauncherHelper";

  @TempDir private static Path folder;
  private static Path classes;
  private static Path empty;

  @BeforeAll
  static void compile() throws Exception {
    // Without this package's classes: the empty agent has to come from its jar, as ours does.
    classes = Files.createDirectory(folder.resolve("classes"));
    Programs.compile(classes, List.of(Files.writeString(folder.resolve("Plain.java"), PLAIN)));
    Files.writeString(
        folder.resolve("settings.properties"),
        """
        mulligan.x.methods = com.vendor.Client#send(*)
        mulligan.x.policies = retry, circuitBreaker
        mulligan.x.retry.maxAttempts = 5
        """);
    empty = Programs.agent(folder, EmptyAgent.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "=config=settings.properties",
        "=exclude=com.vendor.*;com.other.Thing",
        "=config=settings.properties,exclude=com.vendor.*,dir=letters",
        "=enabled=false"
      })
  void premainLoadsNothingThatAnApplicationMayWantToConfigureFirst(String options)
      throws Exception {
    Set<String> more = beforeLauncher(loaded(Child.agent() + options));
    more.removeAll(beforeLauncher(loaded("-javaagent:" + empty)));

    boolean hasFile = options.contains("config=");
    assertThat(more).contains("dev.mulligan.agent.MulliganAgent");
    assertThat(more)
        .noneMatch(
            name ->
                name.startsWith("java.nio.file.")
                    || name.startsWith("java.util.logging.")
                    || name.startsWith("javax.management.")
                    || name.startsWith("dev.mulligan.agent.shaded.")
                    || (name.startsWith("dev.mulligan.runtime.") && !(hasFile && checks(name))));
  }

  /** The values of a policy file are checked at once. */
  private static boolean checks(String name) {
    return name.startsWith("dev.mulligan.runtime.policy.")
        || name.startsWith("dev.mulligan.runtime.config.");
  }

  @Test
  void whatTheTransformerNeedsForPlainClassesIsThereBeforeMain() throws Exception {
    List<String> order = new ArrayList<>(loaded(Child.agent()));
    int main = order.indexOf("Plain");

    assertThat(order.subList(0, main)).anyMatch(name -> name.startsWith("dev.mulligan."));
    assertThat(order.subList(main, order.size()))
        .contains("PlainChild", "PlainContract", "PlainMark")
        .noneMatch(name -> name.startsWith("dev.mulligan."));
  }

  private static final String PLAIN =
      """
      public class Plain {
        public static void main(String[] arguments) {
          PlainContract contract = new PlainChild();
          System.out.println("hello " + contract.call() + java.util.List.of(1).stream().count());
        }
      }

      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      @interface PlainMark {}

      interface PlainContract {
        int call();
      }

      class PlainParent {}

      @PlainMark
      class PlainChild extends PlainParent implements PlainContract {
        @PlainMark
        public int call() {
          return getClass().isAnnotationPresent(PlainMark.class) ? 1 : 2;
        }
      }
      """;

  private static Set<String> beforeLauncher(Set<String> loaded) {
    List<String> order = new ArrayList<>(loaded);
    int launcher = order.indexOf(AFTER_AGENTS);
    assertThat(launcher).isPositive();
    return new LinkedHashSet<>(order.subList(0, launcher));
  }

  /** Names what a start loads, in this order. */
  private static Set<String> loaded(String agent) throws Exception {
    Path log = folder.resolve("classes.log");
    Child child =
        Child.run(
            folder,
            60,
            List.of(
                "java", agent, "-Xlog:class+load:file=" + log, "-cp", classes.toString(), "Plain"));
    assertThat(child.exit()).as(child.output()).isZero();
    assertThat(child.output()).isEqualTo("hello 11\n");
    Set<String> names = new LinkedHashSet<>();
    for (String line : Files.readAllLines(log)) {
      names.add(line.replaceFirst("^(\\[[^]]*])+\\s*", "").split(" ", 2)[0]);
    }
    return names;
  }
}
