package com.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

@Configuration
@ComponentScan
public class Main {
  @Bean
  String euro() {
    return "EUR";
  }

  @Bean
  String dollar() {
    return "USD";
  }

  public static void main(String[] arguments) {
    try (var context = new AnnotationConfigApplicationContext()) {
      context.setClassLoader(Main.class.getClassLoader());
      Map<String, Object> properties = Map.of("payments.host", "bank");
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      context.register(Main.class);
      context.refresh();
      Checkout checkout = context.getBean(Checkout.class);

      theInjectedObjectIsTheWrapper(checkout);
      aFailingCallMakesThreeAttempts(checkout, context.getBean(HttpApi.class));
      qualifiersAndScopesHold(checkout, context);
    }
  }

  private static void theInjectedObjectIsTheWrapper(Checkout checkout) {
    assertThat(checkout.payments()).isExactlyInstanceOf(ResilientPayments.class);
    assertThat(checkout.api()).isExactlyInstanceOf(ResilientApi.class);
    assertThat(checkout.sender()).isExactlyInstanceOf(ResilientSender.class);
  }

  private static void aFailingCallMakesThreeAttempts(Checkout checkout, HttpApi api) {
    assertThatThrownBy(checkout.payments()::pay).hasMessageContaining("down");
    assertThat(checkout.payments().attempts).hasValue(3);
    assertThatThrownBy(checkout.api()::call).hasMessage("down");
    assertThat(api.attempts).hasValue(3);
  }

  private static void qualifiersAndScopesHold(
      Checkout checkout, AnnotationConfigApplicationContext context) {
    assertThat(checkout.payments().host).isEqualTo("bank in EUR");
    assertThat(checkout.sender().send()).isEqualTo("mail");
    assertThat(context.getBean(Payments.class)).isNotSameAs(context.getBean(Payments.class));
    assertThat(context.getBean(Api.class)).isSameAs(checkout.api());
    assertThat(context.getBeansOfType(Nowhere.class)).isEmpty();
    assertThat(context.getBeansOfType(Payments.class)).containsOnlyKeys("resilientPayments");
    assertThat(context.getBeansOfType(Api.class)).containsOnlyKeys("httpApi", "resilientApi");
  }
}
