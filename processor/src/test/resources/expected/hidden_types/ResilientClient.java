package b;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import javax.annotation.processing.Generated;

/** {@link Client} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientClient extends Client {
  private static final Guard HOST =
      Guards.method(lookup(), Client.class, "host", methodType(String.class))
          .retry()
          .build();

  private static final Guard READ =
      Guards.method(lookup(), Client.class, "read", methodType(void.class))
          .retry()
          .build();

  public ResilientClient(String host) {
    super(host);
  }

  /** Retry( {@link Client#host} ). */
  @Override
  public String host() {
    long start = HOST.start();
    Permit permit = HOST.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        HOST.admit(permit);
        result = super.host();
      } catch (Throwable failure) {
        call = HOST.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      HOST.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Client#read} ). */
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
