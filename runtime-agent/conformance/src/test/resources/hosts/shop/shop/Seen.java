package shop;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Calls what is guarded, and prints what it saw. */
public final class Seen {
  public static void main(String[] arguments) throws Exception {
    print(new Till());
  }

  /** Prints how often a call was attempted, and which policies the agent's runtime knows. */
  public static void print(Till till) throws Exception {
    System.out.println("module=" + Till.class.getModule().getName());
    System.out.println("attempts=" + attempts(till));
    awaitReport();
    Class<?> runtime = runtime();
    System.out.println("policies=" + policies(runtime));
    System.out.println("breakers=" + breakers(runtime));
    System.out.println("runtime=" + runtime.getModule().getName() + " in " + place(runtime));
  }

  /** The one that the till sees, or else the agent's. */
  private static Class<?> runtime() throws ClassNotFoundException {
    String entrance = "dev.mulligan.runtime.Mulligan";
    try {
      return Till.class.getClassLoader().loadClass(entrance);
    } catch (ClassNotFoundException hidden) {
      return ClassLoader.getSystemClassLoader().loadClass(entrance);
    }
  }

  public static int attempts(Till till) {
    try {
      till.pay();
    } catch (IOException e) {
      // Then the number of attempts tells it.
    }
    return till.attempts;
  }

  /** The agent's report is written by a thread that lives as long as it has something to say. */
  public static void awaitReport() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("mulligan-report")) {
        thread.join();
      }
    }
  }

  private static Object policies(Class<?> runtime) throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Object counters : (List<?>) runtime.getMethod("counters").invoke(null)) {
      names.add(call(counters, "policy") + " of " + call(counters, "method"));
    }
    return names;
  }

  private static Object breakers(Class<?> runtime) throws Exception {
    List<String> names = new ArrayList<>();
    Object breakers = runtime.getMethod("breakers").invoke(null);
    for (Object breaker : (List<?>) call(breakers, "list")) {
      names.add(call(breaker, "name") + " " + call(breaker, "state"));
    }
    return names;
  }

  private static String place(Class<?> type) {
    String location = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static Object call(Object target, String method) throws Exception {
    Method found = target.getClass().getMethod(method);
    return found.invoke(target);
  }
}
