package com.acme;

import java.util.ArrayList;

class HttpFeed implements Feed {
  @Override
  public ArrayList<String> read(int limit) {
    return new ArrayList<>(limit);
  }

  @Override
  public ArrayList<String> empty(int limit) {
    return new ArrayList<>();
  }
}
