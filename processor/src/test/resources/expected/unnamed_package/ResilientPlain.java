import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Plain} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientPlain extends Plain {
  private static final Guard CALL =
      Guards.method(lookup(), Plain.class, "call", methodType(void.class, Plain.class))
          .parameters("other")
          .retry()
          .build();

  ResilientPlain() {
    super();
  }

  /** Retry( {@link Plain#call} ). */
  @Override
  void call(Plain other) {
    long start = CALL.start();
    Permit permit = CALL.enter();
    Call call = null;
    while (true) {
      try {
        CALL.admit(permit);
        super.call(other);
      } catch (Throwable failure) {
        call = CALL.failed(call, permit, start, failure, this, other);
        permit = call.permit();
        continue;
      }
      CALL.succeeded(call, permit);
      return;
    }
  }
}
