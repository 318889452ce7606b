package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Mailer} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientMailer extends Mailer {
  private static final Guard SEND =
      Guards.method(lookup(), Mailer.class, "send", methodType(void.class, String[].class))
          .parameters("addresses")
          .deadLetter()
          .build();

  private static final Guard SPLIT =
      Guards.method(lookup(), Mailer.class, "split", methodType(String[].class, byte[].class))
          .parameters("raw")
          .deadLetter()
          .build();

  private static final Guard MATRIX =
      Guards.method(lookup(), Mailer.class, "matrix", methodType(int[][].class, int[][].class))
          .parameters("rows")
          .deadLetter()
          .build();

  private static final Guard FORMAT =
      Guards.method(
              lookup(),
              Mailer.class,
              "format",
              methodType(void.class, String.class, Object[].class))
          .parameters("pattern", "arguments")
          .deadLetter()
          .build();

  private static final Guard MERGE =
      Guards.method(lookup(), Mailer.class, "merge", methodType(void.class, List[].class))
          .parameters("lists")
          .deadLetter()
          .build();

  public ResilientMailer() {
    super();
  }

  /** DeadLetter( {@link Mailer#send} ). */
  @Override
  public void send(String... addresses) {
    long start = SEND.start();
    Permit permit = SEND.enter();
    Call call = null;
    while (true) {
      try {
        SEND.admit(permit);
        super.send(addresses);
      } catch (Throwable failure) {
        call = SEND.failed(call, permit, start, failure, this, (Object) addresses);
        permit = call.permit();
        continue;
      }
      SEND.succeeded(call, permit);
      return;
    }
  }

  /** DeadLetter( {@link Mailer#split} ). */
  @Override
  public String[] split(byte[] raw) {
    long start = SPLIT.start();
    Permit permit = SPLIT.enter();
    Call call = null;
    while (true) {
      String[] result;
      try {
        SPLIT.admit(permit);
        result = super.split(raw);
      } catch (Throwable failure) {
        call = SPLIT.failed(call, permit, start, failure, this, raw);
        permit = call.permit();
        continue;
      }
      SPLIT.succeeded(call, permit);
      return result;
    }
  }

  /** DeadLetter( {@link Mailer#matrix} ). */
  @Override
  public int[][] matrix(int[][] rows) {
    long start = MATRIX.start();
    Permit permit = MATRIX.enter();
    Call call = null;
    while (true) {
      int[][] result;
      try {
        MATRIX.admit(permit);
        result = super.matrix(rows);
      } catch (Throwable failure) {
        call = MATRIX.failed(call, permit, start, failure, this, (Object) rows);
        permit = call.permit();
        continue;
      }
      MATRIX.succeeded(call, permit);
      return result;
    }
  }

  /** DeadLetter( {@link Mailer#format} ). */
  @Override
  public void format(String pattern, Object... arguments) {
    long start = FORMAT.start();
    Permit permit = FORMAT.enter();
    Call call = null;
    while (true) {
      try {
        FORMAT.admit(permit);
        super.format(pattern, arguments);
      } catch (Throwable failure) {
        call = FORMAT.failed(call, permit, start, failure, this, pattern, arguments);
        permit = call.permit();
        continue;
      }
      FORMAT.succeeded(call, permit);
      return;
    }
  }

  /** DeadLetter( {@link Mailer#merge} ). */
  @Override
  @SuppressWarnings("unchecked")
  public void merge(List<String>... lists) {
    long start = MERGE.start();
    Permit permit = MERGE.enter();
    Call call = null;
    while (true) {
      try {
        MERGE.admit(permit);
        super.merge(lists);
      } catch (Throwable failure) {
        call = MERGE.failed(call, permit, start, failure, this, (Object) lists);
        permit = call.permit();
        continue;
      }
      MERGE.succeeded(call, permit);
      return;
    }
  }
}
