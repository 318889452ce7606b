// -Amulligan.async=com.acme.Other
package com.acme;

import dev.mulligan.annotations.Timeout;
import java.util.concurrent.Future;

interface AdapterOfOtherType {
  @Timeout("1s")
  Promise<String> call();

  interface Promise<T> extends Future<T> {}
}
