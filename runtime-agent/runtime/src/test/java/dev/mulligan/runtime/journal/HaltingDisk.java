package dev.mulligan.runtime.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** Ends the process in the middle of an operation. Thread-safe. */
final class HaltingDisk extends ForwardingDisk {
  private final AtomicInteger left;

  HaltingDisk(Disk disk, int operations) {
    super(disk);
    this.left = new AtomicInteger(operations);
  }

  private void operate() {
    if (left.decrementAndGet() == 0) {
      Runtime.getRuntime().halt(1);
    }
  }

  @Override
  public Output create(String name) throws IOException {
    operate();
    Output output = super.create(name);
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
    super.rename(from, to);
    operate();
  }

  @Override
  public void delete(String name) throws IOException {
    operate();
    super.delete(name);
    operate();
  }

  @Override
  public void truncate(String name, long size) throws IOException {
    operate();
    super.truncate(name, size);
    operate();
  }

  @Override
  public void forceFolder() throws IOException {
    operate();
    super.forceFolder();
  }
}
