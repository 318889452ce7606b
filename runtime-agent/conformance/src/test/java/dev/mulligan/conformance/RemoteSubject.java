package dev.mulligan.conformance;

import java.util.concurrent.CompletableFuture;

/** Gets its policies from an interface of its superclass. */
class RemoteSubject extends RemoteBase {
  @Override
  public String plain(Script script) throws Exception {
    return script.run();
  }

  @Override
  public String limited(Script script) throws Exception {
    return script.run();
  }

  @Override
  public CompletableFuture<String> later(Script script) {
    try {
      return CompletableFuture.completedFuture(script.run());
    } catch (Exception e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
