package shop;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;

/** Calls what is wrapped, and prints what it saw. */
public final class Main {
  public static void main(String[] arguments) {
    Till till = new ResilientTill();
    try {
      till.pay(5);
    } catch (IOException e) {
      System.out.println("failure=" + e.getMessage());
    }
    System.out.println("attempts=" + till.attempts);
    System.out.println("letters=" + Mulligan.deadLetters().list(LetterFilter.waiting()).size());
    System.out.println("module=" + Main.class.getModule().getName());
    System.out.println(
        "catalogue=" + (Main.class.getResource("/META-INF/mulligan/calls.json") != null));
  }
}
