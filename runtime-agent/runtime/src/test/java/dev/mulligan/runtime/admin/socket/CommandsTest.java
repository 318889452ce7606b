package dev.mulligan.runtime.admin.socket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.event.MulliganEvent;
import dev.mulligan.runtime.event.Operated;
import dev.mulligan.runtime.notify.Events;
import dev.mulligan.runtime.spi.MulliganListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of an operator's orders. */
class CommandsTest {
  private final List<MulliganEvent> events = new ArrayList<>();
  private final MulliganListener listener = events::add;

  @BeforeEach
  void listen() {
    Events.add(listener);
  }

  @AfterEach
  void leave() {
    Events.remove(listener);
  }

  @Test
  void whatMayHoldASecretIsNotShown() {
    Commands.register("things.drop", Set.of("key", "text"), request -> Map.of("dropped", 3));

    assertThat(
            Commands.answer(
                "{\"command\":\"things.drop\",\"queue\":\"q\",\"key\":\"s3cr3t\",\"text\":[\"s4\"]}",
                "ada"))
        .isEqualTo("{\"ok\":true,\"dropped\":3}");
    assertThat(events)
        .containsExactly(new Operated("things.drop", "queue=q key=[hidden] text=[hidden]", "ada"));
  }

  @Test
  void whatOnlyReadsIsNotTold() {
    Commands.register("things.show", Set.of(), request -> Map.of());

    assertThat(Commands.answer("{\"command\":\"things.show\"}", "ada")).isEqualTo("{\"ok\":true}");
    assertThat(events).isEmpty();
  }
}
