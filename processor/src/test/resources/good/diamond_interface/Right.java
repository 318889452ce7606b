package com.acme;

import java.util.List;

interface Right {
  List<String> both();

  void close();
}
