package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.IOException;

public class FileCaller extends Caller<IOException> {
  @Retry
  public void open() throws IOException {}
}
