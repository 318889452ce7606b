// -Amulligan.async=com.acme.Other,com.acme.Promised$Promise
package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.concurrent.Future;

public class Promised {
  @Retry
  public Promise<String> call() {
    return null;
  }

  /** The application has an adapter for it. */
  public interface Promise<T> extends Future<T> {}
}
