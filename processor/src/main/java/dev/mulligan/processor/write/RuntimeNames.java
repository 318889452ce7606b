package dev.mulligan.processor.write;

import com.palantir.javapoet.ClassName;

/** The types of the runtime that generated code mentions. */
final class RuntimeNames {
  static final ClassName GUARD = ClassName.get("dev.mulligan.runtime.guard", "Guard");
  static final ClassName GUARDS = ClassName.get("dev.mulligan.runtime.guard", "Guards");
  static final ClassName CALL = ClassName.get("dev.mulligan.runtime.guard", "Call");
  static final ClassName PERMIT = ClassName.get("dev.mulligan.runtime.permit", "Permit");

  private RuntimeNames() {}
}
