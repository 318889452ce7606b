import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;

/** A host of plug-ins, whose own classes come first; the arguments are a plug-in's class path. */
public class Main {
  public static void main(String[] arguments) throws Exception {
    URL[] urls = new URL[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      urls[i] = new File(arguments[i]).toURI().toURL();
    }
    try (ChildFirst loader = new ChildFirst(urls)) {
      loader
          .loadClass("shop.Seen")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
    }
  }

  private static final class ChildFirst extends URLClassLoader {
    ChildFirst(URL[] urls) {
      super("plug-in", urls, Main.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        try {
          return findClass(name);
        } catch (ClassNotFoundException notHere) {
          return super.loadClass(name, resolve);
        }
      }
    }

    @Override
    public URL getResource(String name) {
      URL own = findResource(name);
      return own == null ? super.getResource(name) : own;
    }
  }
}
