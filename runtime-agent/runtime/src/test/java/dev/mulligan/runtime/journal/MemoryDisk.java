package dev.mulligan.runtime.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** A disk in memory that can be damaged, filled up, and made to fail when forced. */
final class MemoryDisk implements Disk {
  final TreeMap<String, byte[]> files = new TreeMap<>();
  final Set<String> failedForces = new HashSet<>();
  int failForces;
  boolean full;
  boolean fullForBytes;
  int open;
  int forces;

  @Override
  public synchronized List<String> list() {
    return List.copyOf(files.keySet());
  }

  @Override
  public synchronized long size(String name) {
    return files.get(name).length;
  }

  @Override
  public synchronized ByteBuffer read(String name, long position, int length) {
    byte[] file = files.get(name);
    int end = (int) Math.min(file.length, position + length);
    return ByteBuffer.wrap(Arrays.copyOfRange(file, (int) position, end));
  }

  @Override
  public synchronized Output create(String name) throws IOException {
    if (full) {
      throw new IOException("No space left on device");
    }
    files.put(name, new byte[0]);
    open++;
    return new MemoryOutput(name);
  }

  @Override
  public synchronized void delete(String name) {
    files.remove(name);
  }

  @Override
  public Closeable claim(String name) {
    return () -> {};
  }

  @Override
  public synchronized void truncate(String name, long size) {
    files.put(name, Arrays.copyOf(files.get(name), (int) size));
  }

  @Override
  public void forceFolder() {}

  private final class MemoryOutput implements Output {
    private final String name;

    MemoryOutput(String name) {
      this.name = name;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      synchronized (MemoryDisk.this) {
        if (full || fullForBytes) {
          throw new IOException("No space left on device");
        }
        if (failedForces.contains(name)) {
          throw new AssertionError("written to a segment whose force has failed");
        }
        ByteArrayOutputStream grown = new ByteArrayOutputStream();
        grown.writeBytes(files.get(name));
        while (bytes.hasRemaining()) {
          grown.write(bytes.get());
        }
        files.put(name, grown.toByteArray());
      }
    }

    @Override
    public void force() throws IOException {
      synchronized (MemoryDisk.this) {
        forces++;
        if (failForces > 0 && files.get(name).length > 100) {
          failForces--;
          failedForces.add(name);
          throw new IOException("Input/output error");
        }
      }
    }

    @Override
    public void close() {
      synchronized (MemoryDisk.this) {
        open--;
      }
    }
  }
}
