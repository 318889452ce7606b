package com.acme;

import dev.mulligan.annotations.Retry;
import kotlin.Metadata;
import kotlin.Unit;
import kotlin.jvm.functions.Function0;
import kotlin.jvm.functions.Function1;
import org.jetbrains.annotations.NotNull;
import org.jetbrains.annotations.Nullable;

/** What javac sees of an interface with default arguments, properties and lambdas. */
@Metadata
public interface Repository {
  @NotNull
  String getName();

  void setName(@NotNull String name);

  @Retry
  @Nullable
  String find(@NotNull Function1<? super String, Boolean> filter, int limit);

  @Retry
  void each$library(@NotNull Function0<Unit> action);

  final class DefaultImpls {
    private DefaultImpls() {}

    public static String find$default(
        Repository self, Function1<? super String, Boolean> filter, int limit, int mask, Object no) {
      return self.find(filter, (mask & 2) == 0 ? limit : 10);
    }
  }
}
