package dev.mulligan.processor;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.mulligan.runtime.async.AsyncTypes;
import javax.lang.model.element.Modifier;

@AnalyzeClasses(
    packages = "dev.mulligan.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule JAVAPOET_EXISTS_ONLY_IN_WRITE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..processor.write..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule BODIES_ARE_LOOKED_AT_ONLY_BY_THE_LINTER =
      noClasses()
          .that()
          .resideOutsideOfPackage("..processor.lint.body..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.source..");

  @ArchTest
  static final ArchRule JSON_EXISTS_ONLY_IN_THE_CATALOGUE =
      noClasses()
          .that()
          .resideOutsideOfPackage("..processor.catalogue..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule THE_COMPILERS_TYPES_STOP_AT_READ =
      noClasses()
          .that()
          .resideInAnyPackage("..processor.model..", "..processor.write..")
          .should()
          .dependOnClassesThat(
              // JavaPoet speaks of modifiers in the compiler's words.
              resideInAPackage("javax.lang.model..").and(type(Modifier.class).negate()));

  @ArchTest
  static final ArchRule OF_THE_RUNTIME_ONLY_POLICIES_AND_THE_NAMES_OF_ASYNCHRONOUS_TYPES_ARE_USED =
      noClasses()
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.mulligan.runtime..")
                  .and(resideInAPackage("dev.mulligan.runtime.policy..").negate())
                  .and(type(AsyncTypes.class).negate()));

  @ArchTest
  static final ArchRule STAGES_LEAD_TO_THE_MODEL_AND_NOT_TO_EACH_OTHER =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("processor")
          .definedBy("dev.mulligan.processor")
          .layer("read")
          .definedBy("..processor.read..")
          .layer("write")
          .definedBy("..processor.write..")
          .layer("catalogue")
          .definedBy("..processor.catalogue..")
          .layer("lint")
          .definedBy("..processor.lint..")
          .layer("diagnostic")
          .definedBy("..processor.diagnostic..")
          .layer("model")
          .definedBy("..processor.model..")
          .whereLayer("processor")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("processor", "lint")
          .whereLayer("lint")
          .mayOnlyBeAccessedByLayers("processor")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("processor")
          .whereLayer("catalogue")
          .mayOnlyBeAccessedByLayers("processor")
          .whereLayer("diagnostic")
          .mayOnlyBeAccessedByLayers("processor", "read", "lint")
          .whereLayer("model")
          .mayOnlyBeAccessedByLayers("processor", "read", "lint", "write", "catalogue");
}
