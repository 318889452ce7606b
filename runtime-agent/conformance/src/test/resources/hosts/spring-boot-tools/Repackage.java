import java.io.File;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** What Spring Boot's build plugins do: jar, fat jar to write, main class, libraries. */
public class Repackage {
  public static void main(String[] arguments) throws Exception {
    Repackager repackager = new Repackager(new File(arguments[0]));
    repackager.setMainClass(arguments[2]);
    repackager.repackage(
        new File(arguments[1]),
        callback -> {
          for (int i = 3; i < arguments.length; i++) {
            callback.library(new Library(new File(arguments[i]), LibraryScope.COMPILE));
          }
        });
  }
}
