package shop;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** A context that looks for components. */
public final class Main {
  public static void main(String[] arguments) {
    try (var context = new AnnotationConfigApplicationContext("shop")) {
      context.getBean(Shop.class).sell();
      System.out.println("tills=" + context.getBeansOfType(Till.class).size());
    }
  }
}
