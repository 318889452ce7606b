package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;
import lombok.Data;

/** Its methods are Lombok's: the class asks for a policy of all that are public. */
@Data
@Retry(backoff = Backoff.NONE)
public class Account {
  private String owner;

  Account(String owner) {
    this.owner = owner;
  }

  @lombok.Builder
  Account(String first, String last) {
    this(first + " " + last);
  }
}
