package com.acme;

import com.acme.other.Door;
import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Key;

class Visitor {
  @CircuitBreaker
  void visit(@Key(path = "hidden.name") Door door) {}
}
