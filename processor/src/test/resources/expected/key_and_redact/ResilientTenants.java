package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import java.net.URI;
import javax.annotation.processing.Generated;

/** {@link Tenants} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientTenants extends Tenants {
  private static final Guard VISIT =
      Guards.method(lookup(), Tenants.class, "visit", methodType(void.class, URI.class))
          .parameters("address")
          .key(0, "host")
          .circuitBreaker()
          .build();

  private static final Guard STORE =
      Guards.method(
              lookup(),
              Tenants.class,
              "store",
              methodType(void.class, String.class, Tenants.Tenant.class, int.class))
          .parameters("password", "tenant", "pin")
          .key(1, "region.local")
          .redact(0)
          .redact(2)
          .circuitBreaker()
          .deadLetter()
          .build();

  private static final Guard COUNT =
      Guards.method(lookup(), Tenants.class, "count", methodType(void.class, long.class))
          .parameters("id")
          .key(0, "")
          .circuitBreaker()
          .build();

  public ResilientTenants() {
    super();
  }

  /** CircuitBreaker( {@link Tenants#visit} ). */
  @Override
  public void visit(URI address) {
    long start = VISIT.start();
    Permit permit = VISIT.enter(address);
    Call call = null;
    while (true) {
      try {
        VISIT.admit(permit);
        super.visit(address);
      } catch (Throwable failure) {
        call = VISIT.failed(call, permit, start, failure, this, address);
        permit = call.permit();
        continue;
      }
      VISIT.succeeded(call, permit);
      return;
    }
  }

  /** DeadLetter( CircuitBreaker( {@link Tenants#store} )). */
  @Override
  public void store(String password, Tenants.Tenant tenant, int pin) {
    long start = STORE.start();
    Permit permit = STORE.enter(tenant);
    Call call = null;
    while (true) {
      try {
        STORE.admit(permit);
        super.store(password, tenant, pin);
      } catch (Throwable failure) {
        call = STORE.failed(call, permit, start, failure, this, password, tenant, pin);
        permit = call.permit();
        continue;
      }
      STORE.succeeded(call, permit);
      return;
    }
  }

  /** CircuitBreaker( {@link Tenants#count} ). */
  @Override
  public void count(long id) {
    long start = COUNT.start();
    Permit permit = COUNT.enter(id);
    Call call = null;
    while (true) {
      try {
        COUNT.admit(permit);
        super.count(id);
      } catch (Throwable failure) {
        call = COUNT.failed(call, permit, start, failure, this, id);
        permit = call.permit();
        continue;
      }
      COUNT.succeeded(call, permit);
      return;
    }
  }
}
