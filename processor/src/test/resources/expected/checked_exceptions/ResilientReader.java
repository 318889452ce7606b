package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/** {@link Reader} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientReader extends Reader {
  private static final Guard READ =
      Guards.method(lookup(), Reader.class, "read", methodType(String.class))
          .retry(
              "on = java.io.IOException, java.util.concurrent.TimeoutException",
              "notOn = java.io.FileNotFoundException")
          .build();

  private static final Guard RUN =
      Guards.method(lookup(), Reader.class, "run", methodType(void.class, Class.class))
          .parameters("type")
          .retry()
          .build();

  public ResilientReader() throws IOException {
    super();
  }

  /** Retry( {@link Reader#read} ). */
  @Override
  public String read() throws IOException, TimeoutException {
    long start = READ.start();
    Permit permit = READ.enter();
    Call call = null;
    while (true) {
      String result;
      try {
        READ.admit(permit);
        result = super.read();
      } catch (Throwable failure) {
        call = READ.failed(call, permit, start, failure, this);
        permit = call.permit();
        continue;
      }
      READ.succeeded(call, permit);
      return result;
    }
  }

  /** Retry( {@link Reader#run} ). */
  @Override
  public <E extends Exception> void run(Class<E> type) throws E {
    long start = RUN.start();
    Permit permit = RUN.enter();
    Call call = null;
    while (true) {
      try {
        RUN.admit(permit);
        super.run(type);
      } catch (Throwable failure) {
        call = RUN.failed(call, permit, start, failure, this, type);
        permit = call.permit();
        continue;
      }
      RUN.succeeded(call, permit);
      return;
    }
  }
}
