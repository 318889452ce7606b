package com.acme;

class Adapted implements AdapterOfOtherType {
  @Override
  public Promise<String> call() {
    return null;
  }
}
