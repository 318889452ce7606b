package dev.mulligan.conformance.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Popular jars link with the agent as they do without it. */
@Campaign
class JarCampaignTest {
  private static final Path JARS = Child.TARGET.resolve("jars-" + Effort.name());
  private static final long SECONDS = Effort.of(1800, 7200);

  @TempDir private static Path programs;
  private static Path classes;
  private static Path annotating;
  private static Linked bare;

  /** What a child found. */
  private record Linked(int jars, int all, int linked, TreeSet<String> failures) {}

  @BeforeAll
  static void linkWithoutAgent() throws Exception {
    Jars.copyTo(JARS);
    classes = Programs.classes(programs.resolve("classes"));
    annotating =
        Programs.agent(
            programs,
            AnnotatingAgent.class,
            AnnotatingAgent.Change.class,
            AnnotatingAgent.OfJars.class,
            ClassAnnotations.class);
    bare = link("bare", JARS, List.of());
  }

  @Test
  void aBrokenClassIsFoundByLinking(@TempDir Path folder) throws Exception {
    // A method that returns an int is made to return null: 04 ac becomes 01 ac.
    Path source = Files.writeString(folder.resolve("Broken.java"), BROKEN);
    Programs.compile(folder, List.of(source));
    byte[] file = Files.readAllBytes(folder.resolve("Broken.class"));
    breakReturn(file);
    try (OutputStream out = Files.newOutputStream(folder.resolve("broken.jar"));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new ZipEntry("Broken.class"));
      jar.write(file);
    }

    assertThat(link("broken", folder, List.of()).failures())
        .containsExactly("broken.jar Broken java.lang.VerifyError");
    assertThat(link("broken", folder, List.of(Child.agent())).failures())
        .containsExactly("broken.jar Broken java.lang.VerifyError");
  }

  @Test
  void withoutPoliciesNothingIsWovenAndAllLinksAsBefore() throws Exception {
    Linked idle = link("idle", JARS, List.of(Child.agent(), counting("idle")));

    assertThat(woven("idle")).isZero();
    assertThat(idle).isEqualTo(bare);
  }

  @Test
  void wovenInEveryPublicMethodAllLinksAsBefore() throws Exception {
    String annotate = "-javaagent:" + annotating + "=annotate";
    Linked woven = link("woven", JARS, List.of(annotate, Child.agent(), counting("woven")));

    assertThat(woven).isEqualTo(bare);
    // Without their dependencies, and older than Java 7, many cannot be woven; but a third is.
    assertThat(woven("woven")).isGreaterThan(bare.all() / 3);
  }

  @Test
  void wovenByAPolicyFileAllLinksAsBefore(@TempDir Path folder) throws Exception {
    Path policies = Files.writeString(folder.resolve("policies.properties"), EVERY_METHOD);
    Linked woven =
        link(
            "policies", JARS, List.of(Child.agent() + "=config=" + policies, counting("policies")));

    assertThat(woven).isEqualTo(bare);
    assertThat(woven("policies")).isGreaterThan(bare.all() / 3);
  }

  private static final String BROKEN =
      """
      public class Broken {
        public int one() {
          return 1;
        }
      }
      """;

  private static final String EVERY_METHOD =
      """
      mulligan.all.methods = **#*(*)
      mulligan.all.policies = retry, circuitBreaker, deadLetter
      """;

  private static void breakReturn(byte[] file) {
    for (int at = 0; at + 1 < file.length; at++) {
      if (file[at] == 0x04 && file[at + 1] == (byte) 0xac) {
        file[at] = 0x01;
        return;
      }
    }
    throw new IllegalStateException("the method is not as expected");
  }

  private static String counting(String mode) {
    return "-javaagent:" + annotating + "=" + programs.resolve(mode + ".count");
  }

  private static int woven(String mode) throws IOException {
    return Integer.parseInt(Files.readString(programs.resolve(mode + ".count")));
  }

  private static Linked link(String mode, Path jars, List<String> agents) throws Exception {
    Path results = Child.TARGET.resolve("linked-" + mode + ".txt");
    List<String> command = new ArrayList<>(List.of("java", "-Xmx3g"));
    command.addAll(Effort.jvm());
    command.addAll(agents);
    command.addAll(List.of("-Dmulligan.dir=" + programs.resolve("mulligan"), "-cp"));
    command.addAll(
        List.of(classes.toString(), LinkJars.class.getName(), jars.toString(), results.toString()));
    Child child = Child.run(programs, SECONDS, command);
    Files.writeString(Child.TARGET.resolve("said-" + mode + ".txt"), child.output());
    assertThat(child.exit()).as(child.output()).isZero();

    TreeSet<String> failures = new TreeSet<>(Files.readAllLines(results));
    String total = failures.stream().filter(line -> line.startsWith("total ")).findFirst().get();
    failures.remove(total);
    String[] counts = total.split(" ");
    System.out.println("jar campaign, " + mode + ": " + total + ", failed " + failures.size());
    return new Linked(
        Integer.parseInt(counts[1]),
        Integer.parseInt(counts[2]),
        Integer.parseInt(counts[3]),
        failures);
  }
}
