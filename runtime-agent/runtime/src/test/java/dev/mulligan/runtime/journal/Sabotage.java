package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Mistakes that a journal can have, made between it and its disk: what the journal would do wrong
 * is done wrong here. A test that does not notice them proves nothing.
 */
enum Sabotage implements UnaryOperator<Disk> {
  ACKNOWLEDGES_BEFORE_FORCE {
    @Override
    boolean skipsForce(String name) {
      return SegmentName.isSegment(name);
    }
  },
  DOES_NOT_FORCE_WHAT_IT_COMPACTS {
    @Override
    boolean skipsForce(String name) {
      return name.endsWith(SegmentName.SUFFIX + SegmentName.UNFINISHED);
    }
  },
  DOES_NOT_FORCE_THE_FOLDER {
    @Override
    boolean skipsFolder() {
      return true;
    }
  },
  FORCES_AGAIN_AFTER_A_FAILURE {
    @Override
    boolean forcesAgain() {
      return true;
    }
  },
  CHECKS_NO_CHECKSUMS {
    @Override
    byte[] read(String name, byte[] file, List<byte[]> others) {
      return repaired(SegmentName.salt(name), file, line -> true);
    }
  },
  HAS_NO_SALT {
    @Override
    byte[] read(String name, byte[] file, List<byte[]> others) {
      return repaired(SegmentName.salt(name), file, line -> passesElsewhere(line));
    }
  },
  FORGETS_CHANGES_WHEN_IT_COMPACTS {
    @Override
    boolean drops(String name, String json) {
      return name.endsWith(SegmentName.UNFINISHED) && json.startsWith("{\"op\":\"change\"");
    }
  },
  FORGETS_REMOVALS_WHEN_IT_COMPACTS {
    @Override
    boolean drops(String name, String json) {
      return name.endsWith(SegmentName.UNFINISHED) && json.startsWith("{\"op\":\"gone\"");
    }
  },
  FORGETS_TOTALS_WHEN_IT_COMPACTS {
    @Override
    boolean drops(String name, String json) {
      return name.endsWith(SegmentName.UNFINISHED) && json.startsWith("{\"op\":\"totals\"");
    }
  },
  DOES_NOT_SAY_WHAT_IS_REPLACED {
    @Override
    String written(String json) {
      return json.replaceFirst("\"replaces\":\\[[^]]*]", "\"replaces\":[]");
    }
  },
  DOES_NOT_SAY_WHERE_A_SEGMENT_ENDS {
    @Override
    String written(String json) {
      return json.replaceFirst("\"cuts\":\\[[^]]*]", "\"cuts\":[]");
    }
  },
  COUNTS_ONE_WHEN_IT_COMPACTS {
    @Override
    String written(String json) {
      return json.replaceFirst("\"times\":\\d+", "\"times\":1");
    }
  };

  private static final List<String> SALTS = salts();

  boolean skipsForce(String name) {
    return false;
  }

  boolean skipsFolder() {
    return false;
  }

  boolean forcesAgain() {
    return false;
  }

  boolean drops(String name, String json) {
    return false;
  }

  String written(String json) {
    return json;
  }

  byte[] read(String name, byte[] file, List<byte[]> others) {
    return file;
  }

  private static List<String> salts() {
    List<String> salts = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      salts.add(String.format("%016x", i * 0x9E3779B97F4AL));
    }
    return salts;
  }

  private static boolean passesElsewhere(byte[] line) {
    return SALTS.stream().anyMatch(salt -> new Lines(salt).isWhole(line, 0, line.length));
  }

  /** Gives damaged lines the checksum that they would need. */
  private static byte[] repaired(String salt, byte[] file, Predicate<byte[]> which) {
    byte[] repaired = file.clone();
    int begin = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        byte[] line = java.util.Arrays.copyOfRange(file, begin, i);
        if (begin > 0
            && line.length >= Lines.PREFIX
            && !new Lines(salt).isWhole(line, 0, line.length)
            && which.test(line)) {
          byte[] whole = new Lines(salt).encode(line, Lines.PREFIX, line.length - Lines.PREFIX);
          System.arraycopy(whole, 0, repaired, begin, line.length);
        }
        begin = i + 1;
      }
    }
    return repaired;
  }

  @Override
  public Disk apply(Disk disk) {
    return new SabotagedDisk(disk, this);
  }

  private record SabotagedDisk(Disk disk, Sabotage how) implements Disk {
    @Override
    public List<String> list() throws IOException {
      return disk.list();
    }

    @Override
    public long size(String name) throws IOException {
      return disk.size(name);
    }

    @Override
    public Input open(String name) throws IOException {
      Input input = disk.open(name);
      if (!SegmentName.isSegment(name)) {
        return input;
      }
      byte[] file = new byte[(int) disk.size(name)];
      input.read(0, file, 0, file.length);
      byte[] read = how.read(name, file, List.of());
      return new Input() {
        @Override
        public int read(long position, byte[] into, int offset, int length) {
          int count = (int) Math.max(0, Math.min(length, read.length - position));
          System.arraycopy(read, (int) position, into, offset, count);
          return count;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public Output create(String name) throws IOException {
      Output output = disk.create(name);
      return new Output() {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
          output.write(name.contains(SegmentName.SUFFIX) ? rewritten(name, bytes) : bytes);
        }

        @Override
        public void force() throws IOException {
          if (how.skipsForce(name)) {
            return;
          }
          try {
            output.force();
          } catch (IOException e) {
            if (!how.forcesAgain()) {
              throw e;
            }
            output.force();
          }
        }

        @Override
        public void close() throws IOException {
          output.close();
        }
      };
    }

    /** As long as it was, because the journal knows where its lines are: spaces fill it up. */
    private ByteBuffer rewritten(String name, ByteBuffer bytes) {
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      int begin = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == '\n') {
          String json =
              new String(
                  all, begin + Lines.PREFIX, i - begin - Lines.PREFIX, StandardCharsets.UTF_8);
          String changed = how.drops(name, json) ? "{\"op\":\"nothing\"}" : how.written(json);
          if (!changed.equals(json)) {
            Lines lines =
                new Lines(begin == 0 && json.startsWith("{\"op\":\"journal\"") ? "" : salt(name));
            String filled = changed + " ".repeat(json.length() - changed.length());
            byte[] line = lines.encode(filled);
            System.arraycopy(line, 0, all, begin, line.length);
          }
          begin = i + 1;
        }
      }
      return ByteBuffer.wrap(all);
    }

    private static String salt(String name) {
      return SegmentName.salt(name.replace(SegmentName.UNFINISHED, ""));
    }

    @Override
    public void rename(String from, String to) throws IOException {
      disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
      disk.delete(name);
    }

    @Override
    public @Nullable Closeable claim(String name) throws IOException {
      return disk.claim(name);
    }

    @Override
    public @Nullable Closeable lock() throws IOException {
      return disk.lock();
    }

    @Override
    public void truncate(String name, long size) throws IOException {
      disk.truncate(name, size);
    }

    @Override
    public void forceFolder() throws IOException {
      if (!how.skipsFolder()) {
        disk.forceFolder();
      }
    }
  }
}
