package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

public class Reader {
  public Reader() throws IOException {}

  @Retry(on = {IOException.class, TimeoutException.class}, notOn = java.io.FileNotFoundException.class)
  public String read() throws IOException, TimeoutException {
    return "";
  }

  @Retry
  public <E extends Exception> void run(Class<E> type) throws E {}
}
