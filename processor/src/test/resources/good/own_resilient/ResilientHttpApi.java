package com.acme;

import dev.mulligan.annotations.Retry;

/** Called as a wrapper would be, but written by a person. */
public class ResilientHttpApi implements HttpApi {
  @Retry
  @Override
  public String get(String url) {
    return url;
  }
}
