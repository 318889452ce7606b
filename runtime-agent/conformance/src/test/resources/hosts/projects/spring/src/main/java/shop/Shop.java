package shop;

import java.io.IOException;
import org.springframework.stereotype.Service;

/** Gets the till injected. */
@Service
public class Shop {
  private final Till till;

  Shop(Till till) {
    this.till = till;
  }

  void sell() {
    try {
      till.pay(5);
    } catch (IOException e) {
      System.out.println("failure=" + e.getMessage());
    }
    System.out.println("attempts=" + till.attempts);
    System.out.println("till=" + till.getClass().getSimpleName());
  }
}
