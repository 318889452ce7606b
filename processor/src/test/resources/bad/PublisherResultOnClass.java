package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

@CircuitBreaker
class PublisherResultOnClass {
  public Flow.Publisher<String> flow() {
    return null;
  }

  public SubmissionPublisher<String> subclass() {
    return null;
  }

  public void fine() {}
}
