package dev.mulligan.runtime.async;

import dev.mulligan.runtime.spi.AsyncAdapter;
import dev.mulligan.runtime.spi.AsyncAttempts;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Mutiny's {@code Uni}: each subscription is a call, and ends with the subscription. */
final class UniAdapter implements AsyncAdapter {
  private static final String NAME = "io.smallrye.mutiny.Uni";

  @Override
  public boolean adapts(Class<?> resultType) {
    return resultType.getName().equals(NAME);
  }

  @Override
  public Object guard(Class<?> uni, AsyncAttempts attempts) {
    Object create = Reflected.call(uni, null, "createFrom");
    Supplier<CompletionStage<?>> perSubscription = () -> attempts.call(this::toStage);
    return Reflected.call(create.getClass(), create, "completionStage", perSubscription);
  }

  @Override
  public CompletionStage<?> toStage(Object result) {
    Class<?> uni = Bases.named(result.getClass(), NAME);
    return (CompletionStage<?>) Reflected.call(uni, result, "subscribeAsCompletionStage");
  }
}
