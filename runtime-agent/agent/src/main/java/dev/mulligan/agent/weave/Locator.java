package dev.mulligan.agent.weave;

import java.io.IOException;
import net.bytebuddy.dynamic.ClassFileLocator;

/** Hands the class files that a subject sees to Byte Buddy. */
final class Locator implements ClassFileLocator {
  private final Subject subject;

  Locator(Subject subject) {
    this.subject = subject;
  }

  @Override
  public Resolution locate(String name) throws IOException {
    if (name.equals(subject.name())) {
      return new Resolution.Explicit(subject.file());
    }
    byte[] file = subject.classes().find(name.replace('.', '/'));
    return file == null ? new Resolution.Illegal(name) : new Resolution.Explicit(file);
  }

  @Override
  public void close() {}
}
