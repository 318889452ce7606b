package dev.mulligan.runtime.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;

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
    boolean passes(String line, Set<String> written) {
      return true;
    }
  },
  HAS_NO_SALT {
    @Override
    boolean passes(String line, Set<String> written) {
      return written.contains(line);
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

  /** Whether a damaged line is taken for a whole one. */
  boolean passes(String line, Set<String> written) {
    return false;
  }

  /** Gives damaged lines that are to pass the checksum that they would need. */
  private byte[] repaired(String name, byte[] file, Set<String> written) {
    byte[] repaired = file.clone();
    Lines lines = new Lines(SegmentName.salt(name));
    int begin = 0;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        int length = i - begin;
        if (begin > 0
            && length >= Lines.PREFIX
            && !lines.isWhole(begin, file, begin, length)
            && passes(text(file, begin, i), written)) {
          byte[] whole = lines.encode(begin, file, begin + Lines.PREFIX, length - Lines.PREFIX);
          System.arraycopy(whole, 0, repaired, begin, length);
        }
        begin = i + 1;
      }
    }
    return repaired;
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public Disk apply(Disk disk) {
    return new SabotagedDisk(disk, this);
  }

  private static final class SabotagedDisk extends ForwardingDisk {
    private final Sabotage how;
    private final Set<String> written = new HashSet<>();

    SabotagedDisk(Disk disk, Sabotage how) {
      super(disk);
      this.how = how;
    }

    @Override
    public Input open(String name) throws IOException {
      Input input = super.open(name);
      if (!SegmentName.isSegment(name)) {
        return input;
      }
      byte[] file = new byte[(int) size(name)];
      input.read(0, file, 0, file.length);
      byte[] read = how.repaired(name, file, written);
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
      Output output = super.create(name);
      return new Output() {
        private long position;

        @Override
        public void write(ByteBuffer bytes) throws IOException {
          int length = bytes.remaining();
          boolean isSegment = name.contains(SegmentName.SUFFIX);
          output.write(isSegment ? rewritten(name, position, bytes) : bytes);
          position += length;
        }

        @Override
        public void reserve(int bytes) throws IOException {
          output.reserve(bytes);
        }

        @Override
        public void trim() throws IOException {
          output.trim();
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
    private ByteBuffer rewritten(String name, long position, ByteBuffer bytes) {
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      String segment = name.replace(SegmentName.UNFINISHED, "");
      int begin = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == '\n') {
          long at = position + begin;
          String json =
              new String(
                  all, begin + Lines.PREFIX, i - begin - Lines.PREFIX, StandardCharsets.UTF_8);
          String changed = how.drops(name, json) ? "{\"op\":\"nothing\"}" : how.written(json);
          if (!changed.equals(json)) {
            Lines lines = new Lines(at == 0 ? "" : SegmentName.salt(segment));
            String filled = changed + " ".repeat(json.length() - changed.length());
            byte[] line = lines.encode(at, filled);
            System.arraycopy(line, 0, all, begin, line.length);
          }
          written.add(text(all, begin, i));
          begin = i + 1;
        }
      }
      return ByteBuffer.wrap(all);
    }

    @Override
    public void forceFolder() throws IOException {
      if (!how.skipsFolder()) {
        super.forceFolder();
      }
    }
  }
}
