package dev.mulligan.agent.jmx;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Threads;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the MBean once somebody else uses JMX: the application, or a console that was attached
 * to it. To load JMX costs start-up time, and an application may want to configure it first.
 */
public final class Jmx {
  private static final String NAME = "dev.mulligan:type=Switches";

  private Jmx() {}

  /** Registers the MBean, on a thread of its own. */
  public static void register() {
    Threads.daemon("mulligan-jmx", Jmx::registerNow).start();
  }

  private static void registerNow() {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName(NAME);
      if (!server.isRegistered(name)) {
        server.registerMBean(new SwitchesBean(), name);
      }
    } catch (JMException | RuntimeException | LinkageError e) {
      Log.warn("There is no " + NAME + " in JMX", e);
    }
  }
}
