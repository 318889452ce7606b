package com.acme;

class AnApi implements Api {
  @Override
  public void call() {}
}
