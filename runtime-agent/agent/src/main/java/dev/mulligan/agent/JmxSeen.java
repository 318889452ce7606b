package dev.mulligan.agent;

import dev.mulligan.agent.jmx.Jmx;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Notices that JMX is used, and that there is something to show in it. Both happen while classes
 * load, in either order.
 */
final class JmxSeen {
  static final String SERVER = "com/sun/jmx/mbeanserver/JmxMBeanServer";

  private static final int IS_USED = 1;
  private static final int IS_WOVEN = 2;
  private static final AtomicInteger SEEN = new AtomicInteger();

  private JmxSeen() {}

  static void used() {
    note(IS_USED);
  }

  static void woven() {
    note(IS_WOVEN);
  }

  private static void note(int what) {
    int before = SEEN.getAndUpdate(seen -> seen | what);
    if (before != (IS_USED | IS_WOVEN) && (before | what) == (IS_USED | IS_WOVEN)) {
      Jmx.register();
    }
  }
}
