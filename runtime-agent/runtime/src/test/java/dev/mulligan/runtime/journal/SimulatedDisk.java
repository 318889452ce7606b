package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A disk that loses power. What was written and not forced is then kept, dropped, cut at a sector,
 * filled with zeros, damaged, or replaced by lines of other files; names that were not forced may
 * be undone, each for itself. Not thread-safe.
 */
final class SimulatedDisk implements Disk {
  private static final int SECTOR = 512;

  private final Random random;
  private Map<String, Content> names = new TreeMap<>();
  private Map<String, Content> durableNames = new TreeMap<>();
  private final List<NameChange> pending = new ArrayList<>();
  private final List<Content> deleted = new ArrayList<>();
  private final Set<String> claims = new HashSet<>();
  private boolean locked;
  private long operations;
  private long powerFailsAt = Long.MAX_VALUE;
  private boolean dead;
  private double failingForces;

  /** Thrown by everything once there is no power. An error, because nobody can go on. */
  static final class PowerLoss extends Error {
    private static final long serialVersionUID = 1L;

    PowerLoss() {
      super("no power", null, false, false);
    }
  }

  SimulatedDisk(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes of a file. */
  private static final class Content {
    byte[] bytes = new byte[256];
    int length;
    byte[] durable = new byte[0];
    final List<int[]> pendingWrites = new ArrayList<>();

    void write(byte[] more, int count) {
      if (length + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
      }
      System.arraycopy(more, 0, bytes, length, count);
      pendingWrites.add(new int[] {length, count});
      length += count;
    }

    void force() {
      durable = Arrays.copyOf(bytes, length);
      pendingWrites.clear();
    }
  }

  private interface NameChange {
    void apply(Map<String, Content> names);
  }

  /** Lets the power fail at a later operation, 1 for the next. */
  void failPowerIn(long operationsFromNow) {
    powerFailsAt = operations + operationsFromNow;
  }

  /** Lets some of the forces fail. */
  void failForces(double share) {
    failingForces = share;
  }

  boolean isDead() {
    return dead;
  }

  private void operate() {
    if (dead || ++operations >= powerFailsAt) {
      dead = true;
      throw new PowerLoss();
    }
  }

  /** Power comes back: what is durable is there, and some of what was under way. */
  void restart() {
    for (NameChange change : pending) {
      if (random.nextBoolean()) {
        change.apply(durableNames);
      }
    }
    pending.clear();
    byte[] stale = stale();
    for (Content content : new HashSet<>(durableNames.values())) {
      lose(content, stale);
    }
    names = new TreeMap<>(durableNames);
    claims.clear();
    locked = false;
    dead = false;
    powerFailsAt = Long.MAX_VALUE;
  }

  /** Lines of some file, as they may come back where they have no business to be. */
  private byte[] stale() {
    // Free blocks are used again, so most come from files that are no more.
    boolean free = !deleted.isEmpty() && random.nextInt(4) > 0;
    List<Content> contents = free ? deleted : List.copyOf(names.values());
    if (contents.isEmpty()) {
      return new byte[1];
    }
    Content one = contents.get(random.nextInt(contents.size()));
    int from = one.length == 0 ? 0 : random.nextInt(one.length);
    while (from < one.length && from > 0 && one.bytes[from - 1] != '\n') {
      from++;
    }
    return from == one.length ? new byte[1] : Arrays.copyOfRange(one.bytes, from, one.length);
  }

  private void lose(Content content, byte[] stale) {
    byte[] after = content.durable;
    for (int[] write : content.pendingWrites) {
      int from = write[0];
      int length = write[1];
      int fate = random.nextInt(7);
      if (fate == 0) {
        continue;
      }
      int kept =
          fate == 1 ? Math.min(length, random.nextInt(length / SECTOR + 1) * SECTOR) : length;
      int end = from + kept;
      if (after.length < end) {
        after = Arrays.copyOf(after, end);
      }
      for (int i = 0; i < kept; i++) {
        after[from + i] =
            switch (fate) {
              case 2 -> (byte) 0;
              case 3, 6 -> stale[i % stale.length];
              default -> content.bytes[from + i];
            };
      }
      if (fate == 4 && kept > 0) {
        int odd = from + random.nextInt(kept);
        after[odd] = (byte) (after[odd] ^ 1 << random.nextInt(7));
      }
    }
    content.bytes = after.length == 0 ? new byte[256] : after.clone();
    content.length = after.length;
    content.force();
  }

  /** The process ends, and the disk goes on. */
  void endProcess() {
    claims.clear();
    locked = false;
  }

  Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    names.forEach((name, content) -> files.put(name, Arrays.copyOf(content.bytes, content.length)));
    return files;
  }

  void put(String name, byte[] bytes) {
    Content content = new Content();
    content.write(bytes, bytes.length);
    content.force();
    names.put(name, content);
    durableNames.put(name, content);
  }

  @Override
  public List<String> list() {
    operate();
    return List.copyOf(names.keySet());
  }

  @Override
  public long size(String name) throws IOException {
    return content(name).length;
  }

  private Content content(String name) throws IOException {
    Content content = names.get(name);
    if (content == null) {
      throw new FileNotFoundException(name);
    }
    return content;
  }

  @Override
  public Input open(String name) throws IOException {
    operate();
    Content content = content(name);
    return new Input() {
      @Override
      public int read(long position, byte[] into, int offset, int length) {
        int count = (int) Math.max(0, Math.min(length, content.length - position));
        System.arraycopy(content.bytes, (int) position, into, offset, count);
        return count;
      }

      @Override
      public void close() {}
    };
  }

  private void change(NameChange change) {
    change.apply(names);
    pending.add(change);
  }

  @Override
  public Output create(String name) throws IOException {
    operate();
    if (names.containsKey(name)) {
      throw new IOException(name + " is there");
    }
    Content content = new Content();
    change(all -> all.put(name, content));
    return new Output() {
      @Override
      public void write(ByteBuffer bytes) {
        operate();
        byte[] more = new byte[bytes.remaining()];
        bytes.get(more);
        content.write(more, more.length);
      }

      @Override
      public void force() throws IOException {
        operate();
        if (failingForces > 0 && random.nextDouble() < failingForces) {
          // As Linux does: what could not be written is dropped, and the next force succeeds.
          lose(content, stale());
          throw new IOException("force failed");
        }
        content.force();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    operate();
    Content content = content(from);
    change(
        all -> {
          all.remove(from, content);
          all.put(to, content);
        });
  }

  @Override
  public void delete(String name) {
    operate();
    Content content = names.get(name);
    if (content != null) {
      deleted.add(content);
      change(all -> all.remove(name, content));
    }
  }

  @Override
  public @Nullable Closeable claim(String name) {
    return claims.add(name) ? () -> claims.remove(name) : null;
  }

  @Override
  public @Nullable Closeable lock() {
    if (locked) {
      return null;
    }
    locked = true;
    return () -> locked = false;
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    operate();
    Content content = content(name);
    content.length = (int) size;
    content.force();
  }

  @Override
  public void forceFolder() {
    operate();
    durableNames = new TreeMap<>(names);
    pending.clear();
  }
}
