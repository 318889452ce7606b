package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

public class Main {
  public static void main(String[] arguments) throws Exception {
    Orders orders = new ResilientOrders(new OrderMapperImpl());

    assertThat(orders.load("7")).isEqualTo(new OrderMapper.Row("7", 5));
    assertThat(orders.attempts).isEqualTo(3);
    assertThat(new ResilientPrices(new PricesImpl()).copy(new OrderMapper.Row("7", 5)).cents())
        .isEqualTo(5);
  }
}
