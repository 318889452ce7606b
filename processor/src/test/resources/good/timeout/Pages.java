package com.acme;

import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Redact;
import dev.mulligan.annotations.Retry;
import dev.mulligan.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

public class Pages {
  @Retry
  @Timeout("2s")
  public String fetch(String url) throws IOException, TimeoutException {
    return url;
  }

  @Timeout(value = "${pages.limit:500ms}", interrupt = false)
  protected long size(@Key String host, int depth) {
    return host.length() + depth;
  }

  @Timeout("1s")
  void store(String url, @Redact byte[] text) throws IOException {}

  @Timeout("1s")
  public void flush() {}

  @Timeout("1s")
  public boolean contains(String... urls) {
    return urls.length > 0;
  }

  @Timeout("1s")
  public int[][] counts(int[] pages) {
    return new int[pages.length][];
  }
}
