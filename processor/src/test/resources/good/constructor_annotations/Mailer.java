package com.acme;

import com.acme.other.Outside;
import dev.mulligan.annotations.Key;
import dev.mulligan.annotations.Retry;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

public class Mailer {
  private static final String HOST = "mail.host";

  private enum Hidden {
    A
  }

  @interface Secret {
    Hidden value();
  }

  @Inject
  @Described(
      text = "a \"quoted\"  text, with (brackets) and a \\",
      numbers = {1, 2},
      quote = '\'',
      end = '\n',
      size = 5_000_000_000L,
      share = 0.5f,
      limit = Double.POSITIVE_INFINITY,
      unit = TimeUnit.SECONDS,
      types = {String[].class, int.class, Map.Entry.class},
      nested = @Named("deep"))
  @Secret(Hidden.A)
  @SuppressWarnings("unused")
  public Mailer(
      @Named(HOST) String host,
      @Outside.Limit(10) @Key int port,
      @Nullable List<String> copies,
      Map.@Nullable Entry<String, String> login,
      @Described @Seen String sender,
      byte @Nullable ... key) {}

  @Named("short")
  Mailer(@Named("host, of (mail)") String host) {}

  @Retry
  public void send(@Named("to") String to) {}
}
