package vendor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Does what it reads: calls the client, or uses the MBean. Prints one line each. */
public final class Operated {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  public static void main(String[] none) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      System.out.println(
          switch (words[0]) {
            case "call" -> "attempts=" + attempts();
            case "jmx" -> "off=" + switchOff(words[1]);
            default -> throw new IllegalArgumentException(line);
          });
    }
  }

  private static int attempts() {
    Client client = new Client();
    try {
      client.send("a", 1);
    } catch (IOException e) {
      // Then the number of attempts tells it.
    }
    return client.attempts;
  }

  private static String switchOff(String what) throws Exception {
    ObjectName name = new ObjectName("dev.mulligan:type=Switches");
    while (!SERVER.isRegistered(name)) {
      Thread.onSpinWait();
    }
    String[] signature = {String.class.getName()};
    SERVER.invoke(name, "off", new Object[] {what}, signature);
    String[] off = (String[]) SERVER.getAttribute(name, "Off");
    SERVER.invoke(name, "on", new Object[] {what}, signature);
    return String.join(",", off);
  }
}
