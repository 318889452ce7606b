package dev.mulligan.sample.site;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
  private static final long SEED = 2026;
  private static final int MAX_ATTEMPTS = 4;
  private static List<String> paths;

  @BeforeAll
  static void readPaths() throws IOException {
    try (JavadocPages pages = JavadocPages.open()) {
      paths = pages.paths();
    }
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    assertThat(faults(new FaultPlan(SEED))).isEqualTo(faults(new FaultPlan(SEED)));
  }

  @Test
  void anotherSeedGivesOtherTemporaryFaultsButTheSameLastingOnes() {
    FaultPlan plan = new FaultPlan(SEED);
    FaultPlan other = new FaultPlan(SEED + 1);

    assertThat(faults(plan)).isNotEqualTo(faults(other));
    assertThat(paths)
        .allSatisfy(path -> assertThat(plan.lasting(path)).isEqualTo(other.lasting(path)));
  }

  @Test
  void everyKindOfFaultHappens() {
    FaultPlan plan = new FaultPlan(SEED);
    Set<Fault> seen =
        paths.stream()
            .flatMap(path -> Stream.of(plan.temporary(path, 1), plan.lasting(path)))
            .filter(Objects::nonNull)
            .collect(toSet());

    assertThat(seen).isEqualTo(EnumSet.allOf(Fault.class));
  }

  @Test
  void aPassingFaultLeavesTheLastAttemptAlone() {
    FaultPlan plan = new FaultPlan(SEED);
    List<String> recovering =
        onHealthyHosts()
            .filter(path -> plan.temporary(path, 1) != null)
            .filter(path -> plan.temporary(path, FaultPlan.LONGEST_PASSING + 1) == null)
            .toList();

    assertThat(FaultPlan.LONGEST_PASSING).isLessThan(MAX_ATTEMPTS);
    assertThat(recovering).hasSizeGreaterThan(20);
  }

  @Test
  void someFaultsOutlastEveryAttempt() {
    FaultPlan plan = new FaultPlan(SEED);

    assertThat(onHealthyHosts().filter(path -> plan.temporary(path, 1_000) != null))
        .hasSizeBetween(5, 60);
  }

  @Test
  void oneHostIsDownForEveryPageAndEveryRequest() {
    FaultPlan plan = new FaultPlan(SEED);

    assertThat(paths.stream().filter(path -> Host.of(path) == Host.CONCURRENT))
        .hasSizeGreaterThan(100)
        .allSatisfy(path -> assertThat(plan.temporary(path, 17)).isNotNull());
  }

  @Test
  void theEntryPageIsNeverTouched() {
    IntStream.range(0, 1_000)
        .mapToObj(FaultPlan::new)
        .forEach(
            plan -> {
              assertThat(plan.temporary(SiteMap.ENTRY, 1)).isNull();
              assertThat(plan.lasting(SiteMap.ENTRY)).isNull();
            });
  }

  private static Stream<String> onHealthyHosts() {
    return paths.stream().filter(path -> Host.of(path) != Host.CONCURRENT);
  }

  private static List<String> faults(FaultPlan plan) {
    return paths.stream()
        .flatMap(
            path ->
                IntStream.range(1, 5).mapToObj(n -> path + " " + n + " " + plan.temporary(path, n)))
        .toList();
  }
}
