package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Guard;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The code that is copied into woven methods whose attempts do not run on their caller's thread.
 * The method is entered twice: by its caller, and then by its guard for the body.
 */
@SuppressWarnings({"unused", "ParameterReassigned", "UnusedAssignment", "UnusedVariable"})
final class ElsewhereAdvice {
  private ElsewhereAdvice() {}

  @Advice.OnMethodEnter(skipOn = Advice.OnDefaultValue.class)
  static boolean enter(@GuardConstant Guard guard) {
    return guard.isInBody();
  }

  @Advice.OnMethodExit(backupArguments = false)
  static void exit(
      @GuardConstant Guard guard,
      @Advice.Enter boolean inBody,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result) {
    if (!inBody) {
      result = guard.callWoven(self, arguments);
    }
  }
}
