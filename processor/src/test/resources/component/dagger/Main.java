package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

public class Main {
  public static void main(String[] arguments) {
    Checkout checkout = DaggerShop.create().checkout();

    assertThat(checkout.payments).isExactlyInstanceOf(ResilientPayments.class);
    assertThat(checkout.api).isExactlyInstanceOf(ResilientApi.class);
    assertThat(checkout.payments.host).isEqualTo("bank");
    assertThat(checkout.later.get()).isSameAs(checkout.payments);

    assertThatThrownBy(checkout.payments::pay).hasMessageContaining("down");
    assertThat(checkout.payments.attempts).hasValue(3);
    assertThatThrownBy(checkout.api::call).hasMessage("down");
    assertThat(checkout.plain.attempts).hasValue(3);
  }
}
