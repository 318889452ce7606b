import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Deploys a web application again and again, uses it once each time, and looks what is left. */
public class Main {
  private static final ReferenceQueue<ClassLoader> GONE = new ReferenceQueue<>();

  private final Tomcat tomcat = new Tomcat();
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final Set<String> answers = new HashSet<>();

  public static void main(String[] arguments) throws Exception {
    Main main = new Main();
    main.start();
    try {
      for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
        main.redeploy(arguments[0]);
      }
      System.out.println("answers=" + main.answers);
      System.out.println("alive=" + main.alive());
    } finally {
      main.tomcat.stop();
      main.tomcat.destroy();
    }
  }

  private void start() throws Exception {
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    new File("tomcat/webapps").mkdirs();
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.start();
  }

  private void redeploy(String war) throws Exception {
    Context context = tomcat.addWebapp("/shop", war);
    loaders.add(new WeakReference<>(context.getLoader().getClassLoader(), GONE));
    URI address =
        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/shop/all");
    try (InputStream answer = address.toURL().openStream()) {
      answers.add(new String(answer.readAllBytes(), UTF_8));
    }
    context.stop();
    tomcat.getHost().removeChild(context);
    context.destroy();
  }

  /** Numbers the deployments whose loaders are not collected, however often that is asked for. */
  private Set<Integer> alive() throws InterruptedException {
    int vain = 0;
    while (vain < 10) {
      System.gc();
      vain = GONE.remove(100) == null ? vain + 1 : 0;
    }
    Set<Integer> alive = new TreeSet<>();
    for (int i = 0; i < loaders.size(); i++) {
      if (loaders.get(i).get() != null) {
        alive.add(i);
      }
    }
    return alive;
  }
}
