package com.shop;

import dev.mulligan.annotations.Retry;

public interface Stock {
  @Retry
  int count(String article);
}
