package dev.mulligan.agent.cli;

import dev.mulligan.runtime.Mulligan;
import dev.mulligan.runtime.admin.Admin;
import dev.mulligan.runtime.admin.AdminClient;
import dev.mulligan.runtime.admin.AdminSocket;
import dev.mulligan.runtime.guard.Observed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A process with a shop and its letters, which ends when nobody talks to it any more. */
final class ShopHost implements AutoCloseable {
  private static final KeptLetters KEPT = new KeptLetters();
  private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

  private final Process process;
  private final AdminSocket socket;

  /** Starts a process and waits for its socket. */
  ShopHost(Path folder) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dmulligan.dir=" + folder));
    command.add("-Dmulligan.replay.construct=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), ShopHost.class.getName()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (!"ready".equals(said.readLine())) {
      throw new IOException("the process ended");
    }
    socket = AdminClient.find(folder).get(0);
  }

  /** Keeps letters of calls with so many cents. */
  void keep(String queue, int... cents) throws IOException {
    for (int one : cents) {
      ask("shop.keep", Map.of("queue", queue, "cents", one));
    }
  }

  /** Forgets all. */
  void clear() throws IOException {
    ask("shop.clear", Map.of());
  }

  /** Lets the call of these cents wait. */
  void hold(int cents) throws IOException {
    ask("shop.hold", Map.of("cents", cents));
  }

  /** Waits until that call has begun. */
  void awaitHeld() throws IOException {
    ask("shop.awaitHeld", Map.of());
  }

  void release() throws IOException {
    ask("shop.release", Map.of());
  }

  /** What was called, in order. */
  @Nullable Object booked() throws IOException {
    return ask("shop.show", Map.of()).get("booked");
  }

  /** The id that the letter of these cents has in that process. */
  String id(int cents) throws IOException {
    return String.valueOf(ask("shop.show", Map.of("cents", cents)).get("id"));
  }

  String events() throws IOException {
    return String.valueOf(ask("shop.show", Map.of()).get("events"));
  }

  private Map<String, @Nullable Object> ask(String command, Map<String, ?> fields)
      throws IOException {
    Map<String, Object> request = new LinkedHashMap<>(fields);
    request.put("command", command);
    return AdminClient.send(socket, request, Duration.ofSeconds(20));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** The process. */
  @SuppressWarnings("SystemOut") // that is how a process talks
  public static void main(String[] args) throws Exception {
    Observed.keepLettersIn(KEPT);
    answerTheTest();
    Mulligan.listen(event -> EVENTS.add(event.toString()));
    if (Shop.GUARD.toString().isEmpty()) {
      throw new IllegalStateException("the guard opens the socket");
    }
    Path folder = Path.of(System.getProperty("mulligan.dir"));
    while (AdminClient.find(folder).isEmpty()) {
      Thread.onSpinWait();
    }
    System.out.println("ready");
    int end = System.in.read();
    System.exit(end < 0 ? 0 : 1);
  }

  private static void answerTheTest() {
    Admin.addCommand("shop.keep", request -> keep(cents(request), request.get("queue")));
    Admin.addCommand(
        "shop.clear",
        request -> {
          KEPT.clear();
          Shop.BOOKED.clear();
          EVENTS.clear();
          return null;
        });
    Admin.addCommand(
        "shop.hold",
        request -> {
          Shop.arrived = new CountDownLatch(1);
          Shop.mayGoOn = new CountDownLatch(1);
          Shop.waitsAt = cents(request);
          return null;
        });
    Admin.addCommand(
        "shop.awaitHeld",
        request -> {
          Shop.arrived.await();
          return null;
        });
    Admin.addCommand(
        "shop.release",
        request -> {
          Shop.mayGoOn.countDown();
          return null;
        });
    Admin.addCommand(
        "shop.show",
        request ->
            Map.of("booked", Shop.BOOKED, "events", EVENTS, "id", KeptLetters.id(cents(request))));
  }

  private static @Nullable Object keep(int cents, @Nullable Object queue) {
    KEPT.add(cents, String.valueOf(queue), "java.io.IOException: no");
    return null;
  }

  private static int cents(Map<String, @Nullable Object> request) {
    return request.get("cents") instanceof Number number ? number.intValue() : -1;
  }
}
