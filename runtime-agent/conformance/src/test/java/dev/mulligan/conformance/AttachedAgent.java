package dev.mulligan.conformance;

import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Attaches the packaged agent to this JVM once everything that it is to weave has been loaded. */
public final class AttachedAgent implements LauncherSessionListener {
  static final String JAR = "conformance.attach";

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    String jar = System.getProperty(JAR);
    if (jar == null) {
      return;
    }
    try {
      load(Script.class);
      load(AttachedAgent.class);
      attach(jar);
    } catch (Exception e) {
      throw new IllegalStateException("the agent was not attached", e);
    }
  }

  /** Loads all classes of a folder, and initialises none. */
  private static void load(Class<?> oneOfThem) throws Exception {
    Path folder = folder(oneOfThem);
    for (Path file : classFiles(folder)) {
      String name = folder.relativize(file).toString().replace(File.separatorChar, '.');
      String type = name.substring(0, name.length() - ".class".length());
      Class.forName(type, false, oneOfThem.getClassLoader());
    }
  }

  private static Path folder(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static void attach(String jar) throws Exception {
    VirtualMachine self = VirtualMachine.attach(Long.toString(ProcessHandle.current().pid()));
    try {
      self.loadAgent(jar);
    } finally {
      self.detach();
    }
  }
}
