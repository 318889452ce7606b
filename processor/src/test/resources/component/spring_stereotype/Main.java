package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;

@ComponentScan
public class Main {
  private final Payments injected;

  Main(Payments payments) {
    this.injected = payments;
  }

  public static void main(String[] arguments) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(Main.class.getClassLoader());
      context.register(Main.class);
      context.refresh();

      assertThat(context.getBeansOfType(Payments.class))
          .containsOnlyKeys("payments", "resilientPayments");
      assertThat(context.getBean(Main.class).injected)
          .isExactlyInstanceOf(ResilientPayments.class);
    }
  }
}
