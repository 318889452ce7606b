package dev.mulligan.store.kafka;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The walls around the store. */
@AnalyzeClasses(packages = "dev.mulligan.store.kafka", importOptions = DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule onlyTheStoreIsPublic =
      classes()
          .that()
          .doNotHaveSimpleName("KafkaStore")
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule theStoreStandsOnTheRuntimeAndKafkaAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.mulligan.store.kafka..",
              "dev.mulligan.annotations..",
              "dev.mulligan.runtime",
              "dev.mulligan.runtime.letter..",
              "dev.mulligan.runtime.policy..",
              "dev.mulligan.runtime.spi..",
              "dev.mulligan.runtime.time..",
              "org.apache.kafka..",
              "org.jspecify..",
              "org.slf4j..",
              "java..");

  @ArchTest
  static final ArchRule clocksAreReadByTheRuntime =
      noClasses()
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
}
