package com.acme;

import java.io.IOException;
import java.util.Collection;

interface Left<T> {
  Collection<T> both() throws IOException;

  void close() throws IOException;
}
