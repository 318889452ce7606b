// -Amulligan.component=jsr330
package com.acme;

import dev.mulligan.annotations.Retry;

public interface Api<T> {
  @Retry
  void call(T delegate);
}
