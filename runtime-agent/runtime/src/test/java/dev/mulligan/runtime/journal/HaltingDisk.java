package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Ends the process in the middle of an operation. Thread-safe. */
final class HaltingDisk implements Disk {
  private final Disk disk;
  private final AtomicInteger left;

  HaltingDisk(Disk disk, int operations) {
    this.disk = disk;
    this.left = new AtomicInteger(operations);
  }

  private void operate() {
    if (left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(1);
    }
  }

  @Override
  public List<String> list() throws IOException {
    return disk.list();
  }

  @Override
  public @Nullable Object state() throws IOException {
    return disk.state();
  }

  @Override
  public boolean isClaimed(String name) {
    return disk.isClaimed(name);
  }

  @Override
  public long size(String name) throws IOException {
    return disk.size(name);
  }

  @Override
  public Input open(String name) throws IOException {
    return disk.open(name);
  }

  @Override
  public Output create(String name) throws IOException {
    operate();
    Output output = disk.create(name);
    return new Output() {
      @Override
      public void write(ByteBuffer bytes) throws IOException {
        if (left.get() == 1) {
          // Half of it is written.
          bytes.limit(bytes.position() + bytes.remaining() / 2);
        }
        output.write(bytes);
        operate();
      }

      @Override
      public void reserve(int bytes) throws IOException {
        output.reserve(left.get() == 1 ? bytes / 2 : bytes);
        operate();
      }

      @Override
      public void trim() throws IOException {
        operate();
        output.trim();
        operate();
      }

      @Override
      public void force() throws IOException {
        output.force();
        operate();
      }

      @Override
      public void close() throws IOException {
        output.close();
      }
    };
  }

  @Override
  public void rename(String from, String to) throws IOException {
    operate();
    disk.rename(from, to);
    operate();
  }

  @Override
  public void delete(String name) throws IOException {
    operate();
    disk.delete(name);
    operate();
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
    operate();
    disk.truncate(name, size);
    operate();
  }

  @Override
  public void forceFolder() throws IOException {
    operate();
    disk.forceFolder();
  }
}
