package dev.mulligan.runtime.admin;

import dev.mulligan.runtime.admin.socket.Json;
import dev.mulligan.runtime.admin.socket.LineChannel;
import dev.mulligan.runtime.admin.socket.SocketFolder;
import dev.mulligan.runtime.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The other end of the admin socket, for the command line. */
public final class AdminClient {
  /** What a status of many thousand guards may need. */
  private static final int LONGEST_ANSWER = 64 << 20;

  private AdminClient() {}

  /**
   * Finds the processes that can be asked. Sockets of processes that are gone are removed.
   *
   * @param folder what {@code mulligan.dir} names
   * @return their sockets, sorted by path; empty if there is no such folder
   * @throws IOException if the folder cannot be read
   */
  public static List<AdminSocket> find(Path folder) throws IOException {
    return new SocketFolder(folder)
        .live().stream().map(path -> new AdminSocket(SocketFolder.pid(path), path)).toList();
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param socket whom to ask
   * @param request the request: {@code command} and what belongs to it; at most 64 KiB as JSON
   * @param limit how long to wait, in all
   * @return the answer; {@code ok} tells whether it was done, {@code error} why not
   * @throws IOException if the process cannot be reached, or does not answer in time
   */
  public static Map<String, @Nullable Object> send(
      AdminSocket socket, Map<String, ? extends @Nullable Object> request, Duration limit)
      throws IOException {
    return send(socket.path(), request, limit);
  }

  /**
   * Sends a request and waits for the answer.
   *
   * @param socket the path of the socket
   * @param request the request, as in the other form
   * @param limit how long to wait, in all
   * @return the answer, as in the other form
   * @throws IOException if the process cannot be reached, or does not answer in time
   */
  public static Map<String, @Nullable Object> send(
      Path socket, Map<String, ? extends @Nullable Object> request, Duration limit)
      throws IOException {
    Deadline deadline = Deadline.in(limit);
    try (LineChannel channel = new LineChannel(SocketFolder.connect(socket))) {
      channel.write(Json.write(request), deadline);
      String answer = channel.read(LONGEST_ANSWER, deadline);
      if (answer == null) {
        throw new IOException("the process ended the connection without an answer");
      }
      return Json.read(answer);
    } catch (IllegalArgumentException noJson) {
      throw new IOException("the answer cannot be read: " + noJson.getMessage(), noJson);
    }
  }
}
