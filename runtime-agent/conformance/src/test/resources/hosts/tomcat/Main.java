import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.InputStream;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.loader.WebappLoader;
import org.apache.catalina.startup.Tomcat;

/** Tomcat on loopback: deploys {@code /path=file.war}, and prints what GETs of the rest answer. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    new File("tomcat/webapps").mkdirs();
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    for (String argument : arguments) {
      if (argument.endsWith(".war")) {
        String[] pathAndFile = argument.split("=", 2);
        deploy(tomcat, pathAndFile[0], pathAndFile[1]);
      }
    }
    tomcat.start();
    for (String argument : arguments) {
      if (argument.equals("replay")) {
        replay();
      } else if (!argument.endsWith(".war")) {
        System.out.println("answer=" + get(tomcat, argument));
      }
    }
    tomcat.stop();
    tomcat.destroy();
  }

  private static void deploy(Tomcat tomcat, String path, String file) {
    Context context = tomcat.addWebapp(path, file);
    WebappLoader loader = new WebappLoader();
    loader.setDelegate(Boolean.getBoolean("delegate"));
    context.setLoader(loader);
  }

  /** Replays all letters, by the runtime in the agent's jar. */
  private static void replay() throws Exception {
    Class<?> filters = Class.forName("dev.mulligan.runtime.letter.LetterFilter");
    Object letters = Class.forName("dev.mulligan.runtime.Mulligan").getMethod("deadLetters").invoke(null);
    Class.forName("dev.mulligan.runtime.letter.DeadLetters")
        .getMethod("replay", filters)
        .invoke(letters, filters.getMethod("waiting").invoke(null));
  }

  private static String get(Tomcat tomcat, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    try (InputStream answer = address.toURL().openStream()) {
      return new String(answer.readAllBytes(), UTF_8);
    }
  }
}
