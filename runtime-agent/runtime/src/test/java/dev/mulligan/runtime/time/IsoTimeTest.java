package dev.mulligan.runtime.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Times are written and read as the JDK does. */
class IsoTimeTest {
  private static final long YEAR_MINUS_100 = -65_000_000_000L;
  private static final long YEAR_12_000 = 316_000_000_000L;

  @Provide
  Arbitrary<Instant> times() {
    Arbitrary<Long> seconds = Arbitraries.longs().between(YEAR_MINUS_100, YEAR_12_000);
    Arbitrary<Long> nanos =
        Combinators.combine(
                Arbitraries.of(0, 1, 1_000, 1_000_000), Arbitraries.longs().between(0, 999))
            .as((unit, number) -> unit * number);
    return Combinators.combine(seconds, nanos).as(Instant::ofEpochSecond);
  }

  @Property
  void aTimeIsWrittenAsTheJdkWritesIt(@ForAll("times") Instant time) {
    assertThat(IsoTime.text(time)).isEqualTo(time.toString());
  }

  @Property
  void aTimeIsReadInMilliseconds(@ForAll("times") Instant time) {
    assertThat(IsoTime.millis(time.toString())).isEqualTo(time.toEpochMilli());
  }

  @Example
  void theEndsOfWhatThereIsAreWrittenToo() {
    assertThat(IsoTime.text(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    assertThat(IsoTime.text(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    assertThat(IsoTime.text(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Example
  void whatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> IsoTime.millis("yesterday"))
        .isInstanceOf(DateTimeParseException.class);
    assertThatThrownBy(() -> IsoTime.millis("2026-01-01T00:00:0xZ"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
