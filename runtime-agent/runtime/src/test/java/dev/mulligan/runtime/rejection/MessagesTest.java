package dev.mulligan.runtime.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessagesTest {
  @Test
  void aFullBulkheadCountsItsCalls() {
    assertThat(new BulkheadFullException("pay", 1))
        .hasMessage("Bulkhead pay is full: 1 call is under way");
    assertThat(new BulkheadFullException("pay", 20))
        .hasMessage("Bulkhead pay is full: 20 calls are under way");
  }

  @Test
  void aShortLimitIsNotShownAsZero() {
    assertThat(new CallTimeoutException("pay", Duration.ofSeconds(2)))
        .hasMessage("Call pay took longer than 2000 ms");
    assertThat(new CallTimeoutException("pay", Duration.ofNanos(500_000)))
        .hasMessage("Call pay took longer than 500 us");
  }
}
