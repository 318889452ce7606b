package shop;

/** Calls the clerk, and prints what came of it. */
public final class Work {
  public static void main(String[] arguments) throws Exception {
    Clerk clerk = new Clerk();
    System.out.println("paid=" + clerk.pay("cash") + " after " + clerk.attempts);
    System.out.println("locked=" + clerk.locked("cash") + " after " + clerk.lockedAttempts);
    System.out.println("ofAll=" + Clerk.ofAll("cash") + " after " + Clerk.staticAttempts);
    System.out.println("prompt=" + clerk.prompt());
    try {
      System.out.println("late=" + clerk.late());
    } catch (RuntimeException e) {
      System.out.println("late=" + e.getClass().getSimpleName());
    }
  }
}
