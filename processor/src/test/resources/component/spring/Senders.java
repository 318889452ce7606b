package com.acme;

import org.springframework.stereotype.Component;

/** Of several beans that a wrapper could stand around, it takes the one that is called delegate. */
class Senders {
  @Component("delegate")
  static class Mail implements Sender {
    @Override
    public String send() {
      return "mail";
    }
  }

  @Component
  static class Fax implements Sender {
    @Override
    public String send() {
      return "fax";
    }
  }
}
