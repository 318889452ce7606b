import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Felix: the first argument is a bundle to start, the others are {@code key=value} settings. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("org.osgi.framework.storage", new File("bundles").getAbsolutePath());
    for (int i = 1; i < arguments.length; i++) {
      String[] pair = arguments[i].split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    Framework framework =
        ServiceLoader.load(FrameworkFactory.class).iterator().next().newFramework(settings);
    framework.start();
    try {
      String bundle = new File(arguments[0]).toURI().toString();
      framework.getBundleContext().installBundle(bundle).start();
    } finally {
      framework.stop();
      framework.waitForStop(0);
    }
  }
}
