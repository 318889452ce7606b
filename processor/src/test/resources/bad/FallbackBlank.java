package com.acme;

import dev.mulligan.annotations.Fallback;

interface FallbackBlank {
  @Fallback(" ")
  String call(String name);
}
