package b;

import dev.mulligan.annotations.Retry;

public class Client extends a.Base {
  private record Options(String host) {}

  private final Options options;

  /** The wrapper cannot see what this takes. */
  Client(Options options) {
    this.options = options;
  }

  public Client(String host) {
    this(new Options(host));
  }

  @Retry
  public String host() {
    return options.host();
  }
}
