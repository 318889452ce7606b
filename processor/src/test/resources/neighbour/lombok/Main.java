package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

public class Main {
  public static void main(String[] arguments) {
    Payments payments = new ResilientPayments("bank");

    assertThatThrownBy(payments::pay).isInstanceOf(java.io.IOException.class).hasMessage("down");
    assertThat(payments.getAttempts()).hasValue(3);
    assertThat(new ResilientCheckout(new ResilientPayments("bank")).host()).isEqualTo("bank");
    assertThat(new ResilientAccount("first", "last").getOwner()).isEqualTo("first last");
  }
}
