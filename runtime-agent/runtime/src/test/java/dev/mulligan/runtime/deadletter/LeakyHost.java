package dev.mulligan.runtime.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mulligan.annotations.Redact;
import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.admin.AdminClient;
import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.slf4j.MDC;

/** A process whose calls fail with secrets in all places, and which then waits to be asked. */
final class LeakyHost {
  static final int CALLS = 64;

  /** What is no secret: whoever looks for it must find it. */
  static final String HARMLESS = "harmlessText";

  private static final long SEED = 20_330_101;

  private final Vault vault = new Vault(new Random(SEED));
  private final List<Planted> planted = new ArrayList<>();
  private final List<Guard> guards = new ArrayList<>();

  private LeakyHost() {}

  /**
   * Starts the process.
   *
   * @param folder where everything is that it writes
   * @param secrets a file elsewhere, for the secrets that it plants
   * @param options further ones of its JVM
   */
  static Process start(Path folder, Path secrets, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dmulligan.dir=" + folder));
    command.add("-Dmulligan.counters=all");
    command.add("-Dslf4j.provider=" + LoudSlf4jProvider.class.getName());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(LeakyHost.class.getName(), folder.toString(), secrets.toString()));
    return new ProcessBuilder(command).redirectError(log(folder).toFile()).start();
  }

  static Path log(Path folder) {
    return folder.resolve("log");
  }

  static Path events(Path folder) {
    return folder.resolve("events");
  }

  @SuppressWarnings("SystemOut") // that is how a process talks
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    LeakyHost host = new LeakyHost();
    try (PrintStream events = new PrintStream(events(folder).toFile(), UTF_8)) {
      Mulligan.listen(event -> events.println(text(event)));
      for (int call = 0; call < CALLS; call++) {
        host.lose(call);
      }
      Files.write(
          Path.of(arguments[1]),
          host.planted.stream().map(Planted::line).toList(),
          StandardOpenOption.CREATE_NEW);
      while (AdminClient.find(folder).isEmpty()) {
        Thread.onSpinWait();
      }
      System.out.println("ready");
      int end = System.in.read();
      System.exit(end < 0 ? 0 : 1);
    }
  }

  /** Listeners get the exception as the caller does; all else is searched. */
  private static String text(MulliganEvent event) {
    StringBuilder text = new StringBuilder(event.getClass().getSimpleName());
    for (RecordComponent component : event.getClass().getRecordComponents()) {
      if (!Throwable.class.isAssignableFrom(component.getType())) {
        try {
          component.getAccessor().setAccessible(true);
          text.append(' ').append(component.getAccessor().invoke(event));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return text.toString();
  }

  private void lose(int call) {
    // Each with a policy of its own: of one policy, not all lines are written.
    Guard guard =
        Guards.method(
                MethodHandles.lookup(),
                LeakyHost.class,
                "leak",
                MethodType.methodType(
                    void.class,
                    String.class,
                    String.class,
                    char[].class,
                    String.class,
                    Login.class,
                    Map.class,
                    List.class))
            .retry("name=leaky " + call, "maxAttempts=2", "delay=0ms")
            .circuitBreaker("name=leaky " + call, "consecutiveFailures=2")
            .deadLetter("id=leaky " + call)
            .parameters("password", "note", "pin", "apiToken", "login", "map", "headers")
            .redact(1)
            .key(3, "")
            .build();
    guards.add(guard);
    int first = planted.size();
    Object[] arguments = {
      plant(vault.password(), true),
      plant(vault.password(), true),
      plant(vault.password(), true).toCharArray(),
      plant(vault.password(), true),
      new Login(plant(vault.password(), false), plant(vault.password(), false)),
      map(),
      List.of(Map.of("name", "X-Api-Key", "value", plant(vault.password(), false)))
    };
    MDC.put("token", plant(vault.password(), false));
    MDC.put("request", HARMLESS + " " + plant(vault.recognisable(), true));
    Thread.currentThread().setName("worker " + plant(vault.recognisable(), true));
    IllegalStateException failure = failure(planted.subList(first, planted.size()));
    try {
      guard.call(
          () -> {
            throw failure;
          },
          this,
          arguments);
    } catch (IllegalStateException expected) {
      MDC.clear();
    }
  }

  private Map<String, Object> map() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("db.password", plant(vault.password(), false));
    map.put("list", List.of(Map.of("client_secret", List.of(plant(vault.password(), false)))));
    map.put("plain", plant(vault.recognisable(), true));
    map.put("of " + plant(vault.recognisable(), true), HARMLESS);
    return map;
  }

  /**
   * Tells all that the arguments hold, as it is, in JSON and in a URL, and something of its own.
   */
  private IllegalStateException failure(List<Planted> told) {
    StringBuilder message = new StringBuilder(HARMLESS);
    StringBuilder cause = new StringBuilder(HARMLESS);
    for (Planted secret : told) {
      message.append(' ').append(secret.text());
      cause.append(" {\"x\":").append(Json.text(secret.text())).append("} http://host/?x=");
      cause.append(URLEncoder.encode(secret.text(), UTF_8));
    }
    IllegalStateException failure =
        new IllegalStateException(
            "saw " + carrying() + " and " + carrying() + " of " + message,
            new IOException(carrying() + " at " + carrying() + " of " + cause));
    failure.addSuppressed(new UncheckedIOException(new IOException("" + message)));
    return failure;
  }

  private String carrying() {
    String password = vault.password().replaceAll("[^A-Za-z0-9]", "");
    plant(password, true);
    return vault.carrying(password);
  }

  private String plant(String secret, boolean isKnownToLog) {
    planted.add(new Planted(secret, isKnownToLog));
    return secret;
  }

  @SuppressWarnings("unused") // lends its signature
  void leak(
      String password,
      String note,
      char[] pin,
      String apiToken,
      Login login,
      Map<String, Object> map,
      List<Map<String, String>> headers) {}

  /** With a secret by its annotation, and one by its name. */
  public static final class Login {
    @Redact public final String hidden;
    public final String accessToken;

    Login(String hidden, String accessToken) {
      this.hidden = hidden;
      this.accessToken = accessToken;
    }
  }
}
