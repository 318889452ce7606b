package dev.mulligan.agent.policyfile;

import dev.mulligan.runtime.config.Config;
import dev.mulligan.runtime.policy.MethodPolicies;
import dev.mulligan.runtime.policy.Nearest;
import dev.mulligan.runtime.policy.PolicyException;
import dev.mulligan.runtime.policy.Problem;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the policies of a properties file:
 *
 * <pre>
 * mulligan.vendor.methods = com.vendor.Client#send(*); com.vendor.Client#receive()
 * mulligan.vendor.policies = retry, circuitBreaker, deadLetter
 * mulligan.vendor.key = request.host
 * mulligan.vendor.retry.maxAttempts = 5
 * </pre>
 *
 * <p>Used before {@code main}: it loads no class of {@code java.nio.file}. Not thread-safe.
 */
public final class PolicyFileReader {
  private static final String PREFIX = "mulligan.";
  private static final String METHODS = ".methods";

  private final String path;
  private final Map<String, String> values = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private PolicyFileReader(String path) {
    this.path = path;
  }

  /**
   * Reads a file. A policy with a problem is left out; the others count.
   *
   * @param path the file's path
   * @param problems where problems are added, each with file, key and value
   * @return the policies that can be used
   */
  public static PolicyFile read(String path, List<String> problems) {
    PolicyFileReader reader = new PolicyFileReader(path);
    Properties properties = new Properties();
    try (InputStream in = new FileInputStream(path)) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      problems.add(path + " cannot be read: " + e);
      return PolicyFile.NONE;
    }
    for (String key : properties.stringPropertyNames()) {
      reader.values.put(key, properties.getProperty(key).strip());
    }
    PolicyFile file = new PolicyFile(path, reader.policies());
    problems.addAll(reader.problems);
    return file;
  }

  private List<FilePolicy> policies() {
    List<FilePolicy> policies = new ArrayList<>();
    for (String key : values.keySet()) {
      int length = key.length() - METHODS.length();
      if (key.startsWith(PREFIX) && key.endsWith(METHODS) && length > PREFIX.length()) {
        add(key.substring(PREFIX.length(), length), policies);
      } else if (key.endsWith(".policies") && key.startsWith(PREFIX)) {
        String methods = key.substring(0, key.lastIndexOf('.')) + METHODS;
        if (!values.containsKey(methods)) {
          complain(key, "has no " + methods + " beside it");
        }
      }
    }
    return policies;
  }

  private void add(String name, List<FilePolicy> policies) {
    int before = problems.size();
    List<MethodPattern> methods = new ArrayList<>();
    for (String pattern : split(value(name, "methods"), ';')) {
      try {
        methods.add(MethodPattern.parse(pattern));
      } catch (IllegalArgumentException e) {
        complain(PREFIX + name + METHODS, String.valueOf(e.getMessage()));
      }
    }
    Map<String, Map<String, String>> written = kinds(name);
    if (methods.isEmpty() && problems.size() == before) {
      complain(PREFIX + name + METHODS, "names no methods");
    }
    check(name, written);
    if (problems.size() == before) {
      policies.add(new FilePolicy(name, methods, written, values.get(PREFIX + name + ".key")));
    }
  }

  /** The policies that are listed, with the values that the file has for them. */
  private Map<String, Map<String, String>> kinds(String name) {
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
    for (String listed : split(value(name, "policies"), ',')) {
      String kind = listed.substring(0, 1).toUpperCase(Locale.ROOT) + listed.substring(1);
      if (MethodPolicies.ANNOTATIONS.contains(kind)) {
        kinds.put(kind, attributes(PREFIX + name + "." + decapitalize(kind) + "."));
      } else {
        complain(
            PREFIX + name + ".policies",
            "there is no policy "
                + listed
                + "; did you mean "
                + decapitalize(Nearest.to(kind, new TreeSet<>(MethodPolicies.ANNOTATIONS)))
                + "?");
      }
    }
    if (kinds.isEmpty() && !values.containsKey(PREFIX + name + ".policies")) {
      complain(PREFIX + name + METHODS, "has no " + PREFIX + name + ".policies beside it");
    }
    return kinds;
  }

  private Map<String, String> attributes(String prefix) {
    Map<String, String> attributes = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            attributes.put(key.substring(prefix.length()), value);
          }
        });
    return attributes;
  }

  private void check(String name, Map<String, Map<String, String>> written) {
    Map<String, Map<String, String>> defaults = new LinkedHashMap<>();
    written.forEach(
        (kind, attributes) -> {
          Map<String, String> resolved = new LinkedHashMap<>();
          attributes.forEach((attribute, text) -> resolved.put(attribute, known(text)));
          defaults.put(kind, resolved);
        });
    try {
      MethodPolicies.read(PREFIX + name, defaults);
    } catch (PolicyException e) {
      e.problems().forEach(problem -> complain(name, problem));
    }
  }

  private static String known(String text) {
    String value = Config.defaults(text);
    return value.contains("${") ? MethodPolicies.UNKNOWN : value;
  }

  private String value(String name, String key) {
    return values.getOrDefault(PREFIX + name + "." + key, "");
  }

  private void complain(String name, Problem problem) {
    String key =
        PREFIX + name + "." + decapitalize(problem.annotation()) + "." + problem.attribute();
    complain(key + " = " + problem.value(), problem.message());
  }

  private void complain(String key, String what) {
    problems.add(path + ": " + key + ": " + what);
  }

  private static String decapitalize(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    for (int begin = 0; begin < text.length(); ) {
      int next = text.indexOf(separator, begin);
      int end = next < 0 ? text.length() : next;
      String part = text.substring(begin, end).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      begin = end + 1;
    }
    return parts;
  }
}
