package com.acme;

/** The wrapper of the interface guards it. */
public record Point(int x, int y) implements Locatable<Point>, Comparable<Point> {
  @Override
  public Point locate() {
    return this;
  }

  @Override
  public int compareTo(Point other) {
    return Integer.compare(x, other.x);
  }
}
