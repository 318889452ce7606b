package com.acme;

public interface HttpApi {
  String get(String url);
}
