package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.name.Names;

public class Main {
  public static void main(String[] arguments) {
    Checkout checkout = Guice.createInjector(new Shop()).getInstance(Checkout.class);

    assertThat(checkout.payments).isExactlyInstanceOf(ResilientPayments.class);
    assertThat(checkout.api).isExactlyInstanceOf(ResilientApi.class);
    assertThat(checkout.payments.host).isEqualTo("bank");
    assertThat(checkout.later.get()).isSameAs(checkout.payments);

    assertThatThrownBy(checkout.payments::pay).hasMessageContaining("down");
    assertThat(checkout.payments.attempts).hasValue(3);
    assertThatThrownBy(checkout.api::call).hasMessage("down");
    assertThat(checkout.plain.attempts).hasValue(3);
  }

  private static final class Shop extends AbstractModule {
    @Override
    protected void configure() {
      bind(String.class).annotatedWith(Names.named("host")).toInstance("bank");
      bind(Payments.class).to(ResilientPayments.class);
      bind(Api.class).to(ResilientApi.class);
      bind(Api.class).annotatedWith(Names.named("delegate")).to(HttpApi.class);
    }
  }
}
