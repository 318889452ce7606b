package dev.mulligan.store.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The walls around the store. */
@AnalyzeClasses(packages = "dev.mulligan.store.jdbc", importOptions = DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule ofTheRuntimeOnlyWhatIsPublicIsUsed =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mulligan.runtime.config..",
              "dev.mulligan.runtime.deadletter..",
              "dev.mulligan.runtime.guard..",
              "dev.mulligan.runtime.journal..",
              "dev.mulligan.runtime.log..",
              "dev.mulligan.agent..");

  /** The agent brings Jackson under another name. */
  @ArchTest
  static final ArchRule lettersComeAndGoAsText =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

  /** The drivers are the user's own. */
  @ArchTest
  static final ArchRule noDriverIsNeededToLoadTheStore =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.postgresql..", "org.mariadb..", "org.h2..", "org.sqlite..");

  @ArchTest
  static final ArchRule flywayStaysInOneClass =
      noClasses()
          .that()
          .doNotHaveSimpleName("Schema")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.flywaydb..");

  @ArchTest
  static final ArchRule clocksAreThoseOfTheRuntime =
      noClasses()
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);
}
