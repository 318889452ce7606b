package dev.mulligan.agent.weave;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.permit.Permit;
import dev.mulligan.runtime.permit.Skip;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.jspecify.annotations.Nullable;

/**
 * The code that is copied into woven methods: the protocol of {@link Guard}, and nothing else.
 *
 * <p>The exit advice repeats the body as long as it returns true, with the arguments as they were.
 * What is thrown from it reaches the caller directly. An array of arguments is only made where one
 * is read, which is after a failure.
 *
 * <p>Entry and exit each ask for the guard: handed over in a local variable it would be no constant
 * to the JIT compiler, because the exit is part of a loop.
 */
@SuppressWarnings({"unused", "ParameterReassigned", "UnusedAssignment", "UnusedVariable"})
final class GuardAdvice {
  private GuardAdvice() {}

  @Advice.OnMethodEnter(skipOn = Skip.class)
  static @Nullable Permit enter(
      @GuardConstant Guard guard,
      @KeyArgument @Nullable Object key,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Local("start") long start,
      @Advice.Local("permit") @Nullable Permit permit,
      @Advice.Local("call") @Nullable Call call) {
    start = guard.start();
    permit = guard.enter(key);
    if (guard.copies()) {
      call = guard.snapshot(self, arguments);
    }
    return permit;
  }

  @Advice.OnMethodExit(
      onThrowable = Throwable.class,
      repeatOn = Advice.OnNonDefaultValue.class,
      backupArguments = true)
  static boolean exit(
      @GuardConstant Guard guard,
      @Advice.This(optional = true) @Nullable Object self,
      @Advice.AllArguments Object[] arguments,
      @Advice.Return(typing = Assigner.Typing.DYNAMIC) @Nullable Object result,
      @Advice.Thrown @Nullable Throwable thrown,
      @Advice.Local("start") long start,
      @Advice.Local("permit") @Nullable Permit permit,
      @Advice.Local("call") @Nullable Call call) {
    if (thrown != null || !Guard.admits(permit)) {
      call = guard.failed(call, permit, start, thrown, self, arguments);
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
