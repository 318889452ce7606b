import dev.mulligan.annotations.Retry;

class Plain {
  @Retry
  void call(Plain other) {}
}
