package com.acme;

/** The wrapper of the interface guards it; one of its own would be impossible. */
public final class FinalApi implements Api<String> {
  @Override
  public void call(String host, String password) {}

  @Override
  public void ping() {}

  record OfRecord() implements Api<Integer> {
    @Override
    public void call(Integer port, String password) {}

    @Override
    public void ping() {}
  }
}
