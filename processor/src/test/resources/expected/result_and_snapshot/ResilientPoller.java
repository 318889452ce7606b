package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.util.List;
import javax.annotation.processing.Generated;

/** {@link Poller} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientPoller extends Poller {
  private static final Guard POLL =
      Guards.method(lookup(), Poller.class, "poll", methodType(List.class, List.class))
          .parameters("topics")
          .retry("onResult = com.acme.Poller$Empty", "jitter = NONE", "onTypes = NETWORK, SYSTEM")
          .deadLetter("snapshot = true", "queue = polls \"quoted\"")
          .build();

  private static final Guard DONE =
      Guards.method(lookup(), Poller.class, "done", methodType(void.class, Object[].class))
          .parameters("all")
          .deadLetter("snapshot = false")
          .build();

  public ResilientPoller() {
    super();
  }

  /** DeadLetter( Retry( {@link Poller#poll} )). */
  @Override
  public List<String> poll(List<String> topics) {
    long start = POLL.start();
    Permit permit = POLL.enter();
    Call call = POLL.snapshot(this, topics);
    while (true) {
      List<String> result;
      try {
        POLL.admit(permit);
        result = super.poll(topics);
      } catch (Throwable failure) {
        call = POLL.failed(call, permit, start, failure, this, topics);
        permit = call.permit();
        continue;
      }
      if (!POLL.accepts(result)) {
        call = POLL.unwanted(call, permit, start, this, topics);
        if (call.goesOn()) {
          permit = call.permit();
          continue;
        }
        return result;
      }
      POLL.succeeded(call, permit);
      return result;
    }
  }

  /** DeadLetter( {@link Poller#done} ). */
  @Override
  public void done(Object[] all) {
    long start = DONE.start();
    Permit permit = DONE.enter();
    Call call = null;
    while (true) {
      try {
        DONE.admit(permit);
        super.done(all);
      } catch (Throwable failure) {
        call = DONE.failed(call, permit, start, failure, this, (Object) all);
        permit = call.permit();
        continue;
      }
      DONE.succeeded(call, permit);
      return;
    }
  }
}
