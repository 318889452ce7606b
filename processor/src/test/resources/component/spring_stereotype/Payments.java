package com.acme;

import dev.mulligan.annotations.Retry;
import org.springframework.stereotype.Service;

@Service
public class Payments {
  @Retry
  public void pay() {}
}
