package dev.mulligan.conformance;

import dev.mulligan.runtime.guard.Shutdown;
import java.io.IOException;

/** A JVM that ends while calls wait for their next attempt. */
final class LeavingJvm {
  static final int CALLS = 6;
  static final int EXIT = 3;
  static final String READY = "all calls wait";

  private LeavingJvm() {}

  /** Ends by itself where the argument is {@code exit}, else it waits to be ended. */
  public static void main(String[] args) throws IOException {
    AgainSubject subject = Engine.guarded(AgainSubject.class);
    subject.waitingLater("later");
    subject.waitingForItsTurnLater("later turn");
    lose(() -> subject.waitingForItsTurn("turn"));
    for (int i = 3; i < CALLS; i++) {
      String text = "call " + i;
      lose(() -> subject.waiting(text));
    }
    while (Shutdown.waiting() < CALLS) {
      Thread.onSpinWait();
    }
    System.out.println(READY);
    if (args[0].equals("exit")) {
      System.exit(EXIT);
    }
    System.in.read();
  }

  private static void lose(Call call) {
    new Thread(
            () -> {
              try {
                call.make();
              } catch (IOException wanted) {
                System.out.println(wanted.getMessage());
              }
            })
        .start();
  }

  private interface Call {
    void make() throws IOException;
  }
}
