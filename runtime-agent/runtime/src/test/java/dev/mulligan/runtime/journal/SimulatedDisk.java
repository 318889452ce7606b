package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

  /** To force a file takes longer than anything else, so that the power fails then mostly. */
  private static final int FORCE = 6;

  private final Random random;
  private Map<String, Content> names = new TreeMap<>();
  private Map<String, Content> durableNames = new TreeMap<>();
  private final List<NameChange> pending = new ArrayList<>();
  private final List<Content> deleted = new ArrayList<>();
  private final Set<String> claims = new HashSet<>();
  private boolean locked;
  private long changes;
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

    void write(int at, byte[] more, int count) {
      if (at + count > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(at + count, 2 * bytes.length));
      }
      System.arraycopy(more, 0, bytes, at, count);
      pendingWrites.add(new int[] {at, count});
      length = Math.max(length, at + count);
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
    operate(1);
  }

  private void operate(int duration) {
    operations += duration;
    if (dead || operations >= powerFailsAt) {
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
    new LinkedHashSet<>(durableNames.values()).forEach(this::lose);
    names = new TreeMap<>(durableNames);
    claims.clear();
    locked = false;
    dead = false;
    changes++;
    powerFailsAt = Long.MAX_VALUE;
  }

  /** What is cut off is so for those who read; the disk may not know it yet. */
  private byte[] durable(Content content) {
    boolean cut = content.length < content.durable.length && random.nextBoolean();
    return cut ? Arrays.copyOf(content.durable, content.length) : content.durable;
  }

  private void lose(Content content) {
    byte[] after = durable(content);
    for (int[] write : content.pendingWrites) {
      int from = write[0];
      int length = write[1];
      Fate fate = Fate.any(random);
      if (fate == Fate.DROPPED) {
        continue;
      }
      int kept =
          switch (fate) {
            case CUT_AT_A_SECTOR -> Math.min(length, random.nextInt(length / SECTOR + 1) * SECTOR);
            // A block is larger than what is written.
            case STALE, OWN_LINE -> length + random.nextInt(4 * SECTOR);
            default -> length;
          };
      int end = from + kept;
      if (after.length < end) {
        after = Arrays.copyOf(after, end);
      }
      switch (fate) {
        case ZEROED -> Arrays.fill(after, from, end, (byte) 0);
        case STALE -> fill(after, from, end, stale(from));
        case OWN_LINE -> fill(after, from, end, from(content, lineOf(content, from)));
        case SOME_SECTORS -> keepSomeSectors(content.bytes, after, from, end);
        default -> System.arraycopy(content.bytes, from, after, from, kept);
      }
      if (fate == Fate.BIT_FLIPPED && kept > 0) {
        int odd = from + random.nextInt(kept);
        after[odd] = (byte) (after[odd] ^ 1 << random.nextInt(7));
      }
    }
    content.bytes = after.length == 0 ? new byte[256] : after.clone();
    content.length = after.length;
    content.force();
  }

  private static void fill(byte[] bytes, int from, int to, byte[] with) {
    for (int i = from; i < to; i++) {
      bytes[i] = with[(i - from) % with.length];
    }
  }

  /** A disk writes in the order that it likes. */
  private void keepSomeSectors(byte[] written, byte[] after, int from, int to) {
    for (int begin = from; begin < to; ) {
      int end = Math.min(to, (begin / SECTOR + 1) * SECTOR);
      if (random.nextBoolean()) {
        System.arraycopy(written, begin, after, begin, end - begin);
      }
      begin = end;
    }
  }

  /** What another file has, or had, at some place or the same. */
  private byte[] stale(int at) {
    Content other = other();
    return other == null
        ? new byte[1]
        : from(other, random.nextInt(3) == 0 ? at : lineOf(other, other.length));
  }

  private static byte[] from(Content content, int begin) {
    return begin < content.length
        ? Arrays.copyOfRange(content.bytes, begin, content.length)
        : new byte[1];
  }

  /** Free blocks are used again, so most come from files that are no more. */
  private @Nullable Content other() {
    boolean free = !deleted.isEmpty() && random.nextInt(4) > 0;
    List<Content> contents = free ? deleted : List.copyOf(names.values());
    return contents.isEmpty() ? null : contents.get(random.nextInt(contents.size()));
  }

  /** Where a line begins, before a position if there is one. */
  private int lineOf(Content content, int before) {
    int from = before == 0 ? 0 : random.nextInt(before);
    while (from < content.length && from > 0 && content.bytes[from - 1] != '\n') {
      from++;
    }
    return from;
  }

  /** The process ends, and the disk goes on. */
  void endProcess() {
    claims.clear();
    locked = false;
    changes++;
  }

  Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    names.forEach((name, content) -> files.put(name, Arrays.copyOf(content.bytes, content.length)));
    return files;
  }

  void put(String name, byte[] bytes) {
    Content content = new Content();
    content.write(0, bytes, bytes.length);
    content.force();
    names.put(name, content);
    durableNames.put(name, content);
  }

  @Override
  public boolean createFolder() {
    return false;
  }

  @Override
  public List<String> list() {
    operate();
    return List.copyOf(names.keySet());
  }

  @Override
  public Object state() {
    return changes;
  }

  @Override
  public boolean isClaimed(String name) {
    return claims.contains(name);
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
    changes++;
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
      private int position;

      @Override
      public void write(ByteBuffer bytes) {
        operate();
        byte[] more = new byte[bytes.remaining()];
        bytes.get(more);
        content.write(position, more, more.length);
        position += more.length;
      }

      @Override
      public void reserve(int bytes) {
        operate();
        byte[] blank = new byte[bytes];
        Arrays.fill(blank, (byte) ' ');
        content.write(position, blank, blank.length);
      }

      @Override
      public void trim() {
        operate();
        content.length = position;
      }

      @Override
      public void force() throws IOException {
        operate(FORCE);
        if (failingForces > 0 && random.nextDouble() < failingForces) {
          // As Linux does: what could not be written is dropped, and the next force succeeds.
          lose(content);
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
    if (!claims.add(name)) {
      return null;
    }
    changes++;
    return () -> {
      claims.remove(name);
      changes++;
    };
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
