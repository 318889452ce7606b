package vendor;

import java.io.IOException;

/** Calls the client once a host. */
public final class Main {
  public static void main(String[] hosts) throws Exception {
    for (String host : hosts) {
      Client client = new Client();
      try {
        client.send(host, 1);
      } catch (IOException | RuntimeException e) {
        System.out.println("thrown=" + e.getClass().getSimpleName());
      }
      System.out.println("attempts=" + client.attempts);
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mulligan-report")) {
        thread.join();
      }
    }
  }
}
