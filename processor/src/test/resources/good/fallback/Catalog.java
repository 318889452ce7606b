package com.acme;

import dev.mulligan.annotations.Fallback;
import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.List;
import java.util.Map;

public class Catalog {
  @Retry(maxAttempts = 4)
  @Fallback("lastKnown")
  public String title(String id) throws IOException {
    return id;
  }

  @Fallback("noPrice")
  public int price(String id) {
    return id.length();
  }

  @Fallback("stays")
  public void remove(String id) {}

  @Fallback("nothing")
  public byte[][] images(String id, int... sizes) {
    return new byte[sizes.length][];
  }

  @Retry(onResult = NoTags.class)
  @Fallback("none")
  public Map<String, List<String>> tags() {
    return Map.of();
  }

  private String lastKnown(String id, IOException failure) {
    return id + failure;
  }

  static int noPrice(String id) {
    return -1;
  }

  private String stays(String id, RuntimeException failure) {
    return id + failure;
  }

  private byte[][] nothing(String id, int[] sizes, Throwable failure) {
    return new byte[0][];
  }

  private Map<String, List<String>> none() {
    return Map.of();
  }

  static class NoTags implements java.util.function.Predicate<Map<String, List<String>>> {
    @Override
    public boolean test(Map<String, List<String>> tags) {
      return tags.isEmpty();
    }
  }
}
