package dev.mulligan.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls inside the agent. */
@AnalyzeClasses(packages = "dev.mulligan.agent", importOptions = DoNotIncludeTests.class)
class WallsTest {
  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.mulligan.agent.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyWhatReadsAndWritesClassesKnowsByteBuddy =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.mulligan.agent.types..",
              "dev.mulligan.agent.weave..",
              "dev.mulligan.agent.build..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule theAgentDoesNotKnowTheProcessor =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.mulligan.processor..", "com.palantir.javapoet..");
}
