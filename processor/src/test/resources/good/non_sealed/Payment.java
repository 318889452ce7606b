package com.acme;

import dev.mulligan.annotations.Retry;

/** The interface can have no wrapper; a class that is open again can. */
public sealed interface Payment {
  void pay();

  non-sealed class Card implements Payment {
    @Override
    @Retry
    public void pay() {}
  }

  record Cash() implements Payment {
    @Override
    public void pay() {}
  }
}
