package a;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Hidden.Root} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
class ResilientHidden_Root extends Hidden.Root {
  private static final Guard READ =
      Guards.method(lookup(), Hidden.Root.class, "read", methodType(void.class))
          .retry()
          .build();

  public ResilientHidden_Root() {
    super();
  }

  /** Retry( {@link Hidden.Root#read} ). */
  @Override
  public void read() {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      try {
        READ.admit(permit);
        super.read();
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return;
    }
  }
}
