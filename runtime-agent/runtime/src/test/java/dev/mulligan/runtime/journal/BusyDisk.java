package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.util.Arrays;
import java.util.List;

/**
 * A disk with one file, whose writer comes by while it is read for the first time: a part was read
 * before, when nothing was in it yet, and the rest after.
 */
final class BusyDisk implements Disk {
  private static final int PART = 1_500;

  private final byte[] after;
  private final byte[] between;
  private boolean readBefore;

  BusyDisk(byte[] after, int from) {
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

  @Override
  public Object state() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isClaimed(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> list() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Output create(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void rename(String from, String to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Closeable claim(String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Closeable lock() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void truncate(String name, long size) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void forceFolder() {
    throw new UnsupportedOperationException();
  }
}
