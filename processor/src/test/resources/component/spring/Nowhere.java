package com.acme;

import dev.mulligan.annotations.Retry;
import org.springframework.context.annotation.Profile;

@Profile("elsewhere")
public class Nowhere {
  @Retry
  public void call() {}
}
