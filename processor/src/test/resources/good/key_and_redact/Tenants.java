package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import java.net.URI;

public class Tenants {
  public record Tenant(String id, Region region) {}

  public static class Region {
    public boolean isLocal() {
      return true;
    }
  }

  @CircuitBreaker
  public void visit(@Key(path = "host") URI address) {}

  @CircuitBreaker
  @DeadLetter
  public void store(@Redact String password, @Key(path = "region.local") Tenant tenant, @Redact int pin) {}

  @CircuitBreaker
  public void count(@Key long id) {}
}
