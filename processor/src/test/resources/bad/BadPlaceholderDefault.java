package com.acme;

import dev.mulligan.annotations.Retry;

class BadPlaceholderDefault {
  @Retry(delay = "${shop.delay:soon}", maxDuration = "${shop.limit}")
  void call() {}
}
