package dev.mulligan.agent.weave;

import dev.mulligan.agent.types.ClassFiles;
import dev.mulligan.runtime.guard.Woven;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Knows which class loaders see a runtime that woven code can link to: the agent's, or a copy of
 * their own that speaks the same protocol. Loaders are held weakly. Thread-safe.
 */
public final class RuntimeSight {
  private static final String ENTRANCE = Woven.class.getName();
  private static final String FILE = ENTRANCE.replace('.', '/') + ".class";
  private static final String FINE = "";
  private static final String BUNDLE = "org.osgi.framework.BundleReference";

  /** The reason by loader; nothing here may hold the loader. */
  private static final Map<ClassLoader, String> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private RuntimeSight() {}

  /** Tells why classes of a loader cannot be woven; null if they can. */
  static @Nullable String obstacle(ClassLoader loader) {
    String known = KNOWN.get(loader);
    if (known == null) {
      known = look(loader);
      KNOWN.put(loader, known);
    }
    return known.equals(FINE) ? null : known;
  }

  /**
   * Finds the module of the runtime that a loader's classes are linked to.
   *
   * @param loader the loader
   * @return the module, or null if the loader sees no runtime
   */
  public static @Nullable Module module(ClassLoader loader) {
    try {
      return Class.forName(ENTRANCE, false, loader).getModule();
    } catch (ClassNotFoundException | LinkageError absent) {
      return null;
    }
  }

  private static String look(ClassLoader loader) {
    try {
      Class<?> seen = Class.forName(ENTRANCE, false, loader);
      if (!loader.getResources(FILE).hasMoreElements()) {
        // Felix lets whoever asks by reflection see more than the bundle itself.
        return unseen(loader);
      }
      Object protocol = protocol(seen);
      return Integer.valueOf(Woven.PROTOCOL).equals(protocol)
          ? FINE
          : "its class loader "
              + shown(loader)
              + " sees another version of Mulligan's runtime (protocol "
              + protocol
              + ", this agent has "
              + Woven.PROTOCOL
              + "); use the agent's version, or take the copy away";
    } catch (ClassNotFoundException | LinkageError | IOException e) {
      return unseen(loader);
    }
  }

  private static String unseen(ClassLoader loader) {
    return "its class loader "
        + shown(loader)
        + " does not see Mulligan's runtime; "
        + remedy(loader);
  }

  /** The loader of a web application describes itself in several lines. */
  private static String shown(ClassLoader loader) {
    String[] lines = String.valueOf(loader).strip().split("\\s*\\R\\s*", 2);
    return lines.length == 1 ? lines[0] : loader.getClass().getName() + " " + lines[0];
  }

  private static String remedy(ClassLoader loader) {
    return isBundle(loader.getClass())
        ? "set the framework's properties org.osgi.framework.bootdelegation=dev.mulligan.* and"
            + " org.osgi.framework.bundle.parent=app"
        : "let it delegate dev.mulligan.* to the system class loader, or give it"
            + " mulligan-runtime of its own";
  }

  private static boolean isBundle(@Nullable Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Class<?> implemented : at.getInterfaces()) {
        if (implemented.getName().equals(BUNDLE)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reads the constant from the class file: asking the class would initialize it. */
  private static @Nullable Object protocol(Class<?> entrance) throws IOException {
    ClassLoader owner = entrance.getClassLoader();
    byte[] file = ClassFiles.of(owner).find(ENTRANCE.replace('.', '/'));
    if (file == null) {
      throw new IOException("no class file of " + ENTRANCE);
    }
    Object[] found = new Object[1];
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable FieldVisitor visitField(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  @Nullable Object value) {
                if (name.equals("PROTOCOL")) {
                  found[0] = value;
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }
}
