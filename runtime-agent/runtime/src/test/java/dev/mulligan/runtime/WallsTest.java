package dev.mulligan.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The walls inside the runtime. */
@AnalyzeClasses(packages = "dev.mulligan.runtime", importOptions = DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.mulligan.runtime.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule policiesNeverImportOneAnother =
      slices()
          .matching("dev.mulligan.runtime.(retry|breaker|bulkhead|ratelimit|deadletter)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule onlyTheGuardKnowsTheOrderOfPolicies =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.mulligan.runtime",
              "dev.mulligan.runtime.guard..",
              "dev.mulligan.runtime.retry..",
              "dev.mulligan.runtime.breaker..",
              "dev.mulligan.runtime.bulkhead..",
              "dev.mulligan.runtime.ratelimit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mulligan.runtime.retry..",
              "dev.mulligan.runtime.breaker..",
              "dev.mulligan.runtime.bulkhead..",
              "dev.mulligan.runtime.ratelimit..");

  @ArchTest
  static final ArchRule onlyPoliciesWithKeysUseTheKeyedMap =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.mulligan.runtime.keyed..",
              "dev.mulligan.runtime.breaker..",
              "dev.mulligan.runtime.bulkhead..",
              "dev.mulligan.runtime.ratelimit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mulligan.runtime.keyed..");

  @ArchTest
  static final ArchRule policyValuesStandAlone =
      noClasses()
          .that()
          .resideInAPackage("dev.mulligan.runtime.policy..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "dev.mulligan.runtime.policy..",
              "dev.mulligan.annotations..",
              "java..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule clocksAreReadInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mulligan.runtime.time..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule jsonStaysWhereTextLeavesTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.mulligan.runtime.journal..",
              "dev.mulligan.runtime.catalogue..",
              "dev.mulligan.runtime.deadletter..",
              "dev.mulligan.runtime.letter..",
              "dev.mulligan.runtime.admin.socket..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule slf4jStaysBehindTheLog =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mulligan.runtime.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.slf4j..");
}
