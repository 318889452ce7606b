// -Amulligan.engine=agent
package com.acme;

import dev.mulligan.annotations.Fallback;

class FallbackNotStatic {
  @Fallback("cached")
  static String call(String name) {
    return "";
  }

  String cached(String name) {
    return "";
  }
}
