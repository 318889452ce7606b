package com.acme;

import dev.mulligan.annotations.Retry;
import java.util.List;

class PrivateTypes {
  private record Page(String text) {}

  private static class Gone extends Exception {
    private static final long serialVersionUID = 1L;
  }

  @Retry
  Page find(String url) {
    return new Page(url);
  }

  @Retry
  <T extends List<? extends Page[]>> T list(T pages) throws Gone {
    return pages;
  }

  @Retry
  static class OnClass {
    public void read(Page page) {}
  }

  interface Pages {
    @Retry
    String title(String url);

    Page find(String url);
  }

  static class Bounded<T extends Page> {
    @Retry
    void read() {}
  }

  static class Built {
    Built(Page page) {}

    @Retry
    void read() {}
  }
}
