package dev.mulligan.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a source for a release, weaves it as it loads, and runs it; the JVM verifies it. */
final class WovenSource extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final Map<String, byte[]> woven = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  private WovenSource(Map<String, byte[]> classes) {
    super(WovenSource.class.getClassLoader());
    this.classes = classes;
  }

  /** Compiles a source whose class has the given name. */
  static WovenSource of(int release, String name, String source) throws IOException {
    return new WovenSource(compile(release, name, source));
  }

  /** Takes a class away, as if a jar that is optional were absent. */
  WovenSource without(String type) {
    classes.remove(type);
    return this;
  }

  /** Runs a static method without parameters, and throws what it throws. */
  Object run(String type, String method) throws Throwable {
    try {
      var found = loadClass(type).getDeclaredMethod(method);
      found.setAccessible(true);
      return found.invoke(null);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  boolean isWoven(String type) throws ClassNotFoundException {
    loadClass(type);
    return woven.containsKey(type);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] file = classes.get(name);
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] changed = weave(name, file);
    if (changed != null) {
      woven.put(name, changed);
      file = changed;
    }
    return defineClass(name, file, 0, file.length);
  }

  /** Why methods of a class are not woven. */
  List<String> reasons(String type) throws ClassNotFoundException {
    loadClass(type);
    return findings.stream()
        .filter(finding -> finding.type().equals(type))
        .map(Finding::reason)
        .filter(Objects::nonNull)
        .toList();
  }

  private byte[] weave(String name, byte[] file) {
    Subject subject = Subject.of(this, name.replace('.', '/'), file, null, false);
    return new Weaver(PolicyFile.NONE, findings::add).weave(subject);
  }

  @Override
  public java.io.InputStream getResourceAsStream(String name) {
    byte[] file =
        name.endsWith(".class")
            ? classes.get(name.substring(0, name.length() - ".class".length()).replace('/', '.'))
            : null;
    return file == null ? super.getResourceAsStream(name) : new java.io.ByteArrayInputStream(file);
  }

  private static Map<String, byte[]> compile(int release, String name, String source)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, ByteArrayOutputStream> written = new HashMap<>();
    StringWriter messages = new StringWriter();
    try (JavaFileManager files =
        new InMemory(compiler.getStandardFileManager(null, null, null), written)) {
      boolean done =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("--release", "" + release, "-proc:none", "-parameters", "-Xlint:none"),
                  null,
                  List.of(new Text(name, source)))
              .call();
      assertThat(done).as(messages.toString()).isTrue();
    }
    Map<String, byte[]> classes = new HashMap<>();
    written.forEach((type, bytes) -> classes.put(type, bytes.toByteArray()));
    return classes;
  }

  private static final class Text extends SimpleJavaFileObject {
    private final String source;

    Text(String name, String source) {
      super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written;

    InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> written) {
      super(files);
      this.written = written;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String type, Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("memory:///" + type + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return written.computeIfAbsent(type, t -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
