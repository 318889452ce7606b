package dev.mulligan.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.letter.LetterOrigin;
import dev.mulligan.runtime.method.GuardedMethod;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a call came from, as its application's own logging context tells. */
class OriginsTest {
  private final Application application = Application.start();

  @AfterEach
  void stop() throws IOException {
    application.close();
  }

  @Test
  void theContextIsTheApplicationsWithoutItsSecrets() throws Exception {
    LetterOrigin origin =
        origin(
            Map.of(
                "order", "7",
                "token", "abc",
                "url", "https://a:b@host/",
                "message", "the code is s3cr3t"));

    assertThat(origin.context())
        .containsOnly(
            Map.entry("order", "7"),
            Map.entry("token", "[redacted]"),
            Map.entry("url", "https://[redacted]@host/"),
            Map.entry("message", "the code is [redacted]"));
    assertThat(origin.thread()).isEqualTo("worker-1");
    assertThat(origin.host()).isNotEmpty();
  }

  @Test
  void theContextIsBoundedAndTracesComeFirst() throws Exception {
    Map<String, String> context = new HashMap<>();
    for (int i = 0; i < 100; i++) {
      context.put("name" + i, "x".repeat(2_000));
    }
    context.put("trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");

    LetterOrigin origin = origin(context);

    assertThat(origin.context()).hasSize(32).containsKey("trace_id").containsKey("name0");
    assertThat(origin.context().get("name0")).hasSize(1_001).endsWith("…");
    assertThat(origin.trace()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void theTraceIsFoundUnderEveryKnownName() throws Exception {
    for (String name :
        List.of("trace_id", "traceId", "trace.id", "X-B3-TraceId", "dd.trace_id", "traceid")) {
      assertThat(origin(Map.of(name, "0af7")).trace()).as(name).isEqualTo("0af7");
    }
    assertThat(origin(Map.of("traceparent", "00-0af7651916cd-b7ad-01")).trace())
        .isEqualTo("0af7651916cd");
    assertThat(origin(Map.of("trace_id", " ")).trace()).isNull();
    assertThat(origin(Map.of()).trace()).isNull();
  }

  @Test
  void theVersionIsThatOfTheJar() throws Exception {
    GuardedMethod ofJar = Application.method(org.slf4j.MDC.class, "clear", List.of());
    Scrubber scrubber = new Scrubber(List.of());

    assertThat(Origins.of(ofJar, "x", Map.of(), scrubber).version()).matches("2\\.0\\..*");
    assertThat(origin(Map.of()).version()).isEmpty();
  }

  private LetterOrigin origin(Map<String, String> context) throws Exception {
    application.log(context);
    Class<?> shop = application.type(SecretsCampaignTest.Shop.class);
    GuardedMethod method = Application.method(shop, "buy", List.of());
    Map<String, String> captured = Origins.context(method, new Secrets(new Json()));
    return Origins.of(method, "worker-1", captured, new Scrubber(List.of("s3cr3t")));
  }
}
