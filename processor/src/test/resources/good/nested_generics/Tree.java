package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.Map;

public class Tree<K extends Comparable<K>> {
  public static class Node<V> {
    protected Node(V value) {}

    @Retry
    public Node<Map<String, V[]>> widen(Leaf<? extends V> leaf, Map.Entry<V, Node<V>> entry) {
      return null;
    }

    public interface Leaf<X> {
      @Retry
      Node<X> parent(Tree<String>.Path path);
    }
  }

  public class Path {}
}
