package dev.mulligan.runtime.journal;

import dev.mulligan.runtime.log.Log;
import dev.mulligan.runtime.time.Threads;
import dev.mulligan.runtime.time.Time;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Callers hand over a line and wait for a ticket; whatever has gathered
 * while the disk was busy is written together and forced once, and only then acknowledged.
 *
 * <p>A thread of its own, because an interrupt during file access closes a channel for everyone. A
 * segment whose force failed is never touched again: the file system may have dropped what it could
 * not write, and would report success the next time. Its unacknowledged lines go to a new segment.
 */
final class JournalWriter {
  private static final int BATCH_BYTES = 256 * 1024;
  private static final long SEGMENT_BYTES = 16L << 20;

  /** Beyond this the disk is not slow but gone, and memory must not follow it. */
  private static final long MOST_WAITING = 32L << 20;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final Disk disk;
  private final BlockingQueue<Ticket> queue = new LinkedBlockingQueue<>();
  private final AtomicLong waiting = new AtomicLong();
  private final SecureRandom random = new SecureRandom();
  private @Nullable Thread thread;
  private @Nullable Segment segment;

  JournalWriter(Disk disk) {
    this.disk = disk;
  }

  /**
   * Asks for a line to be written.
   *
   * @param durable told where the line is once it is durable, before the caller is
   * @return completed then; cancelled by a caller who stops waiting
   */
  CompletableFuture<Position> append(String json, Consumer<Position> durable) {
    Ticket ticket = new Ticket(json, durable, new CompletableFuture<>());
    if (waiting.addAndGet(json.length()) > MOST_WAITING) {
      waiting.addAndGet(-json.length());
      return CompletableFuture.failedFuture(
          new IOException("more than " + MOST_WAITING + " characters wait to be written"));
    }
    queue.add(ticket);
    startOnce();
    return ticket.done();
  }

  private synchronized void startOnce() {
    if (thread == null) {
      Thread writer = Threads.daemon("mulligan-journal", this::loop);
      thread = writer;
      writer.start();
    }
  }

  private void loop() {
    while (true) {
      try {
        write(nextBatch());
      } catch (InterruptedException e) {
        // Nobody has a reason to interrupt this thread, and it must outlive those who try.
        Log.warn("The journal's thread was interrupted and goes on");
      } catch (Throwable e) {
        Log.warn("The journal's thread failed and goes on", e);
      }
    }
  }

  private List<Ticket> nextBatch() throws InterruptedException {
    List<Ticket> batch = new ArrayList<>();
    Ticket first = queue.take();
    batch.add(first);
    int bytes = first.json().length();
    while (bytes < BATCH_BYTES) {
      Ticket next = queue.poll();
      if (next == null) {
        break;
      }
      batch.add(next);
      bytes += next.json().length();
    }
    waiting.addAndGet(-bytes);
    batch.removeIf(ticket -> ticket.done().isDone());
    return batch;
  }

  private void write(List<Ticket> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<Position> positions;
    try {
      positions = writeAndForce(batch);
    } catch (Throwable first) {
      Log.warn("The journal's segment is given up", first);
      abandon();
      try {
        positions = writeAndForce(batch);
      } catch (Throwable second) {
        abandon();
        second.addSuppressed(first);
        batch.forEach(ticket -> ticket.done().completeExceptionally(second));
        return;
      }
    }
    for (int i = 0; i < batch.size(); i++) {
      Ticket ticket = batch.get(i);
      ticket.durable().accept(positions.get(i));
      ticket.done().complete(positions.get(i));
    }
  }

  private List<Position> writeAndForce(List<Ticket> batch) throws IOException {
    Segment current = segment;
    if (current == null || current.size >= SEGMENT_BYTES) {
      abandon();
      current = create();
      segment = current;
    }
    List<Position> positions = new ArrayList<>();
    List<byte[]> lines = new ArrayList<>();
    long position = current.size;
    for (Ticket ticket : batch) {
      byte[] line = Lines.encode(current.salt, ticket.json());
      positions.add(new Position(current.name, current.salt, position, line.length - 1));
      lines.add(line);
      position += line.length;
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) (position - current.size));
    lines.forEach(bytes::put);
    current.output.write(bytes.flip());
    current.output.force();
    current.size = position;
    return positions;
  }

  private Segment create() throws IOException {
    String salt = String.format("%016x", random.nextLong());
    String name = "letters-" + STAMP.format(Time.now()) + "-" + salt + Journal.SUFFIX;
    Disk.Output output = disk.create(name);
    try {
      byte[] header = Lines.encode("", LetterJson.header(salt));
      output.write(ByteBuffer.wrap(header));
      output.force();
      disk.forceFolder();
      return new Segment(name, salt, output, header.length);
    } catch (Throwable e) {
      output.close();
      disk.delete(name);
      throw e;
    }
  }

  private void abandon() {
    Segment current = segment;
    segment = null;
    if (current != null) {
      try {
        current.output.close();
      } catch (IOException e) {
        Log.warn("The journal's segment " + current.name + " cannot be closed", e);
      }
    }
  }

  private record Ticket(
      String json, Consumer<Position> durable, CompletableFuture<Position> done) {}

  private static final class Segment {
    private final String name;
    private final String salt;
    private final Disk.Output output;
    private long size;

    Segment(String name, String salt, Disk.Output output, long size) {
      this.name = name;
      this.salt = salt;
      this.output = output;
      this.size = size;
    }
  }
}
