package dev.mulligan.runtime.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what another disk does, but for what a test wants otherwise. */
abstract class ForwardingDisk implements Disk {
  private final Disk disk;

  ForwardingDisk(Disk disk) {
    this.disk = disk;
  }

  @Override
  public boolean createFolder() throws IOException {
    return disk.createFolder();
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
    return disk.create(name);
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
    disk.forceFolder();
  }
}
