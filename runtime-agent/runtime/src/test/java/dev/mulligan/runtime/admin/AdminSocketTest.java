package dev.mulligan.runtime.admin;

import static dev.mulligan.runtime.admin.AdminHost.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.admin.socket.SocketFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can do through the socket, and nobody else. */
@Timeout(120)
class AdminSocketTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static AdminHost host;
  private static AdminSocket socket;

  @BeforeAll
  static void start() throws IOException {
    host = new AdminHost(folder);
    socket = AdminClient.find(folder).get(0);
  }

  @AfterAll
  static void end() throws Exception {
    host.close();
    assertThat(Files.exists(socket.path())).as("removed at exit").isFalse();
  }

  private static Map<String, Object> send(Map<String, Object> request) throws IOException {
    return AdminClient.send(socket, request, LIMIT);
  }

  @Test
  void onlyItsOwnerMayUseIt() throws IOException {
    assertThat(socket.pid()).isEqualTo(host.pid());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.path())))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(socket.path());
    }
  }

  @Test
  void theStatusTellsOfProcessAndGuards() throws IOException {
    Map<String, Object> status = send(request("status"));

    assertThat(status)
        .containsEntry("ok", true)
        .containsEntry("custom", List.of(1, "two"))
        .containsEntry("broken", "failed: java.lang.IllegalStateException: no status")
        .containsKeys("version", "started", "counters");
    assertThat(((Number) status.get("pid")).longValue()).isEqualTo(host.pid());
    assertThat((List<?>) status.get("guards"))
        .singleElement()
        .satisfies(
            guard ->
                assertThat((Map<?, ?>) guard)
                    .hasToString(guard.toString())
                    .extracting("name", "policies", "engine")
                    .containsExactly("bank", List.of("CircuitBreaker"), "code"));
  }

  @Test
  void breakersAreOpenedAndClosedAndEachOrderIsHeard() throws IOException {
    assertThat(send(request("breakers.open", "name", "bank"))).containsEntry("breakers", 1);
    host.hear("breakers.open name=bank true");
    assertThat(breaker()).containsEntry("state", "OPEN").containsEntry("forced", true);

    assertThat(send(request("breakers.close", "name", "bank"))).containsEntry("ok", true);
    host.hear("breakers.close name=bank true");
    assertThat(breaker()).containsEntry("state", "CLOSED").containsEntry("forced", false);

    assertThat(send(request("breakers.open", "name", "nobody")))
        .containsEntry("ok", false)
        .containsEntry("error", "no breaker is called nobody");
    assertThat(send(request("breakers.open")))
        .containsEntry("error", "the request has no \"name\"");
  }

  private static Map<String, Object> breaker() throws IOException {
    @SuppressWarnings("unchecked") // the answer has nothing else
    List<Map<String, Object>> breakers =
        (List<Map<String, Object>>) send(request("breakers.list")).get("breakers");
    return breakers.get(0);
  }

  @Test
  void guardsAreSwitched() throws IOException {
    assertThat(send(request("switch.off", "what", "policy:bank")))
        .containsEntry("off", List.of("policy:bank"));
    assertThat(send(request("switch.list"))).containsEntry("off", List.of("policy:bank"));
    assertThat(send(request("status")).get("guards").toString()).contains("state=off");
    assertThat(send(request("switch.on", "what", "policy:bank"))).containsEntry("off", List.of());
    assertThat(send(request("switch.off", "what", "nonsense")).get("error").toString())
        .contains("class:<pattern>");
  }

  @Test
  void whatIsNoRequestIsAnsweredAndHarmsNothing() throws IOException {
    assertThat(send(request("fail"))).containsEntry("error", "java.io.IOException: it failed");
    assertThat(send(request("no.such")).get("error").toString())
        .startsWith("there is no command no.such; there are [breakers.close, ");
    assertThat(raw("garbage\n")).contains("\"ok\":false", "no JSON");
    assertThat(raw("[1,2]\n")).contains("a request is a JSON object");
    assertThat(raw("{\"command\":7}\n")).contains("a request has a");
    assertThat(raw("[".repeat(5_000) + "\n")).contains("\"ok\":false");
    assertThat(raw("\u0000\ud83d\n")).contains("\"ok\":false");
    assertThat(raw("x".repeat(70_000))).contains("at most 65536 bytes");
    assertThat(send(request("echo.show", "big", "y".repeat(60_000)))).containsEntry("ok", true);
  }

  /** Sends bytes as they are, and reads what comes back. */
  private static String raw(String text) throws IOException {
    try (SocketChannel channel = SocketFolder.connect(socket.path())) {
      channel.configureBlocking(true);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      ByteBuffer answer = ByteBuffer.allocate(4_096);
      channel.read(answer);
      return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void clientsThatSayNothingHoldUpNobodyElseUntilThereAreFour() throws IOException {
    List<SocketChannel> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        silent.add(SocketFolder.connect(socket.path()));
      }
      assertThat(send(request("switch.list"))).containsEntry("ok", true);
      Map<String, Object> answer = Map.of("ok", true);
      while (Boolean.TRUE.equals(answer.get("ok"))) {
        // A connection that was just closed may not have ended yet on the other side.
        silent.add(SocketFolder.connect(socket.path()));
        answer = refusedOr(request("switch.list"));
      }
      assertThat(answer).containsEntry("error", "there are 4 connections already");
    } finally {
      for (SocketChannel channel : silent) {
        channel.close();
      }
    }
    Map<String, Object> again = refusedOr(request("switch.list"));
    while (Boolean.FALSE.equals(again.get("ok"))) {
      again = refusedOr(request("switch.list"));
    }
  }

  /** The server may close a refused connection before the request has been written. */
  private static Map<String, Object> refusedOr(Map<String, Object> request) {
    try {
      return send(request);
    } catch (IOException closed) {
      return Map.of("ok", false, "error", "there are 4 connections already");
    }
  }

  @Test
  void twoProcessesShareAFolderAndTheDeadAreRemoved() throws Exception {
    try (AdminHost first = new AdminHost(folder);
        AdminHost second = new AdminHost(folder)) {
      assertThat(AdminClient.find(folder))
          .extracting(AdminSocket::pid)
          .containsExactlyInAnyOrder(host.pid(), first.pid(), second.pid());

      second.kill();
      assertThat(socketFiles()).hasSize(3);
      assertThat(AdminClient.find(folder))
          .extracting(AdminSocket::pid)
          .containsExactlyInAnyOrder(host.pid(), first.pid());
      assertThat(socketFiles()).hasSize(2);
    }
    assertThat(AdminClient.find(folder)).containsExactly(socket);
  }

  /** Without what a process that has just opened its socket is about to remove. */
  private List<Path> socketFiles() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sock")).toList();
    }
  }

  @Test
  void aPathIsAsLongAsItLikes(@TempDir Path other) throws Exception {
    Path deep = other;
    while (deep.toString().length() < 200) {
      deep = deep.resolve("a-folder-with-a-long-name");
    }
    Path socketOfHost;
    try (AdminHost far = new AdminHost(deep)) {
      AdminSocket found = AdminClient.find(deep).get(0);
      socketOfHost = found.path();
      assertThat(AdminClient.send(found, request("status"), LIMIT)).containsEntry("ok", true);
      assertThat(far.pid()).isEqualTo(found.pid());
    }
    assertThat(Files.exists(socketOfHost)).isFalse();
  }

  @Test
  void whoDoesNotWantASocketHasNone(@TempDir Path other) throws Exception {
    Path missing = other.resolve("none");
    assertThat(AdminClient.find(missing)).isEmpty();
    assertThatThrownBy(() -> AdminClient.send(missing.resolve("x.sock"), request("status"), LIMIT))
        .isInstanceOf(IOException.class);
  }
}
