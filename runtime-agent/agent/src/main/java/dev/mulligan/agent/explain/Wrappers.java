package dev.mulligan.agent.explain;

import dev.mulligan.agent.scan.ClassFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the generated wrappers in a set of classes. */
final class Wrappers {
  private static final String PREFIX = "Resilient";

  private final ClassSet classes;

  Wrappers(ClassSet classes) {
    this.classes = classes;
  }

  /** The wrapper of each class and interface that has one, by internal name. */
  Map<String, String> byWrapped() {
    Map<String, String> wrappers = new HashMap<>();
    for (String type : classes.own()) {
      String simple = type.substring(type.lastIndexOf('/') + 1);
      ClassFile file = simple.startsWith(PREFIX) ? read(type) : null;
      if (file != null && file.isWrapper()) {
        above(file).forEach(wrapped -> wrappers.put(wrapped, type.replace('/', '.')));
      }
    }
    return wrappers;
  }

  private static List<String> above(ClassFile file) {
    List<String> above = new ArrayList<>(file.interfaces());
    String superclass = file.superclass();
    if (superclass != null) {
      above.add(superclass);
    }
    return above;
  }

  private @Nullable ClassFile read(String type) {
    try {
      byte[] file = classes.find(type);
      return file == null ? null : ClassFile.read(file);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
