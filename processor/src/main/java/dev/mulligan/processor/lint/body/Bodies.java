package dev.mulligan.processor.lint.body;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.mulligan.processor.read.Tools;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import javax.annotation.processing.ProcessingEnvironment;

/** Asks javac to show the bodies of methods; other compilers do not. */
public final class Bodies {
  private static final int MOST_WRAPPERS = 4;

  private Bodies() {}

  /** Has bodies looked at from now on, if the compiler is javac. */
  public static void lint(ProcessingEnvironment environment, Tools tools) {
    ProcessingEnvironment own = environment;
    for (int i = 0; i < MOST_WRAPPERS; i++) {
      try {
        JavacTask task = JavacTask.instance(own);
        task.addTaskListener(new BodyLint(Trees.instance(own), tools));
        return;
      } catch (IllegalArgumentException | LinkageError notJavac) {
        own = unwrap(own);
      }
    }
  }

  /** Gradle and IntelliJ put an environment of their own around that of javac. */
  private static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
    try {
      Class<?> type = environment.getClass();
      if (type.getName().startsWith("org.gradle.")) {
        Field delegate = type.getDeclaredField("delegate");
        delegate.setAccessible(true);
        return (ProcessingEnvironment) delegate.get(environment);
      }
      Method unwrap =
          type.getClassLoader()
              .loadClass("org.jetbrains.jps.javac.APIWrappers")
              .getDeclaredMethod("unwrap", Class.class, Object.class);
      return (ProcessingEnvironment) unwrap.invoke(null, ProcessingEnvironment.class, environment);
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return environment;
    }
  }
}
