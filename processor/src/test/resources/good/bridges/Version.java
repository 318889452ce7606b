package com.acme;

import dev.mulligan.annotations.Retry;

public class Version implements Comparable<Version>, Cloneable {
  @Override
  @Retry
  public int compareTo(Version other) {
    return 0;
  }

  @Override
  @Retry
  public Version clone() {
    return new Version();
  }

  @Override
  @Retry
  public String toString() {
    return "version";
  }
}
