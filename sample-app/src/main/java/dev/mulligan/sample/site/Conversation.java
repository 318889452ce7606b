package dev.mulligan.sample.site;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

/**
 * One request and its answer over one connection.
 *
 * <p>Written on a bare socket because no server of the JDK can send a real reset.
 */
final class Conversation {
  private final Socket socket;
  private final Site site;

  Conversation(Socket socket, Site site) {
    this.socket = socket;
    this.site = site;
  }

  void hold() throws IOException, InterruptedException {
    String path = readPath();
    Answer answer = site.answer(path);
    if (answer instanceof Answer.Response response) {
      send(response);
    } else if (answer instanceof Answer.Late late) {
      Thread.sleep(late.delay().toMillis());
      send(late.response());
    } else {
      reset();
    }
  }

  /** Reads the head of the request, to its end: a close with bytes unread would be a reset. */
  private String readPath() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    String requestLine = in.readLine();
    String line = requestLine;
    while (line != null && !line.isEmpty()) {
      line = in.readLine();
    }
    if (requestLine == null) {
      throw new IOException("the client hung up");
    }
    return URI.create(requestLine.split(" ", 3)[1]).getPath().substring(1);
  }

  private void send(Answer.Response response) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + response.status() + " \r\n");
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    head.append("Content-Length: ").append(response.body().length).append("\r\n");
    head.append("Connection: close\r\n\r\n");
    OutputStream out = socket.getOutputStream();
    out.write(head.toString().getBytes(ISO_8859_1));
    out.write(response.body());
    out.flush();
  }

  /** Sends some bytes first: a connection that breaks before any, the JDK's client hides. */
  private void reset() throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write("HTTP/1.1 200 \r\nContent-".getBytes(ISO_8859_1));
    out.flush();
    socket.setSoLinger(true, 0);
  }
}
