package dev.mulligan.runtime.journal;

import java.util.Arrays;

/**
 * A disk with one file, whose writer comes by while it is read for the first time: a part was read
 * before, when nothing was in it yet, and the rest after.
 */
final class BusyDisk extends ForwardingDisk {
  private static final int PART = 1_500;

  private final byte[] after;
  private final byte[] between;
  private boolean readBefore;

  BusyDisk(byte[] after, int from) {
    super(new SimulatedDisk(1));
    this.after = after;
    this.between = after.clone();
    Arrays.fill(between, from, Math.min(after.length, from + PART), (byte) ' ');
  }

  @Override
  public long size(String name) {
    return after.length;
  }

  @Override
  public Input open(String name) {
    return new Input() {
      @Override
      public int read(long position, byte[] into, int offset, int length) {
        byte[] now = readBefore ? after : between;
        readBefore = true;
        int count = (int) Math.min(length, now.length - position);
        System.arraycopy(now, (int) position, into, offset, count);
        return count;
      }

      @Override
      public void close() {}
    };
  }
}
