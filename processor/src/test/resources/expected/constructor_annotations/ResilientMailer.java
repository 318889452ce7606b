package com.acme;

import static java.lang.invoke.MethodHandles.lookup;
import static java.lang.invoke.MethodType.methodType;

import com.acme.other.Outside;
import dev.mulligan.runtime.guard.Call;
import dev.mulligan.runtime.guard.Guard;
import dev.mulligan.runtime.guard.Guards;
import dev.mulligan.runtime.permit.Permit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** {@link Mailer} with its policies applied. */
@Generated("dev.mulligan.processor.MulliganProcessor")
public class ResilientMailer extends Mailer {
  private static final Guard SEND =
      Guards.method(lookup(), Mailer.class, "send", methodType(void.class, String.class))
          .parameters("to")
          .retry()
          .build();

  @Inject
  @Described(
      text = "a \"quoted\"  text, with (brackets) and a \\",
      numbers = {1, 2},
      quote = '\'',
      end = '\n',
      size = 5000000000L,
      share = 0.5f,
      limit = Double.POSITIVE_INFINITY,
      unit = TimeUnit.SECONDS,
      types = {String[].class, int.class, Map.Entry.class},
      nested = @Named("deep"))
  public ResilientMailer(
      @Named("mail.host") String host,
      @Outside.Limit(10) int port,
      @Nullable List<String> copies,
      Map. @Nullable Entry<String, String> login,
      @Described String sender,
      byte @Nullable ... key) {
    super(host, port, copies, login, sender, key);
  }

  @Named("short")
  ResilientMailer(@Named("host, of (mail)") String host) {
    super(host);
  }

  /** Retry( {@link Mailer#send} ). */
  @Override
  public void send(String to) {
    long start = SEND.start();
    Permit permit = SEND.enter();
    Call call = null;
    while (true) {
      try {
        SEND.admit(permit);
        super.send(to);
      } catch (Throwable failure) {
        call = SEND.failed(call, permit, start, failure, this, to);
        permit = call.permit();
        continue;
      }
      SEND.succeeded(call, permit);
      return;
    }
  }
}
