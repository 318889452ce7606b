package com.acme;

import java.io.EOFException;
import java.io.IOException;

interface Second {
  String get() throws IOException;

  String read() throws EOFException, InterruptedException;
}
