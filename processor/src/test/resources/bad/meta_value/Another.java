package com.acme;

class Another {
  @Wild
  void call() {}

  @Wild
  final void again() {}
}
