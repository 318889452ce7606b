package strict;

import dev.mulligan.annotations.Retry;

/** Ends as soon as it has begun. */
public class Brief {
  @Retry
  static String fine() {
    return "fine";
  }

  public static void main(String[] arguments) throws ClassNotFoundException {
    System.out.println("called=" + fine());
    if (arguments.length > 0) {
      Class.forName(arguments[0]);
    }
  }

  static class Unguarded {
    @Retry
    native void cannotBeWoven();
  }
}
