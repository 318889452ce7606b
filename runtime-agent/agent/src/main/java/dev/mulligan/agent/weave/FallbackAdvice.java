package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.permit.Permit;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The end of a woven method that has a fallback: as in {@link GuardAdvice}, but a failure may
 * become an answer. Kept apart, so that methods without a fallback do not carry the code.
 */
@SuppressWarnings({"unused", "ParameterReassigned", "UnusedAssignment", "UnusedVariable"})
final class FallbackAdvice {
  private FallbackAdvice() {}

  @Advice.OnMethodExit(
      onThrowable = Throwable.class,
      repeatOn = Advice.OnNonDefaultValue.class,
      backupArguments = true)
  static boolean exit(
      @GuardConstant Guard guard,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown(readOnly = false) @Nullable Throwable thrown,
      @Advice.Local("start") long start,
      @Advice.Local("permit") @Nullable Permit permit,
      @Advice.Local("call") @Nullable Call call) {
    if (thrown != null || !Guard.admits(permit)) {
      call = guard.failed(call, permit, start, thrown, self, arguments);
      if (call.isAnswered()) {
        result = call.answer();
        thrown = null;
        return false;
      }
      permit = call.permit();
      return true;
    }
    if (guard.checksResult() && !guard.accepts(result)) {
      call = guard.unwanted(call, permit, start, self, arguments);
      permit = call.permit();
      return call.goesOn();
    }
    guard.succeeded(call, permit);
    return false;
  }
}
