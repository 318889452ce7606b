package dev.mulligan.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The first guarded call of a JVM may come where the stack has little room left. */
class ShallowStackTest {
  @Test
  void roomIsFoundWhereThereIsSome() {
    assertThat(Stack.hasRoom()).isTrue();
    assertThat(hasRoomAtTheEnd()).isFalse();
  }

  @Test
  void whatIsDoneElsewhereEndsAsItWouldHere() throws Exception {
    assertThat(Stack.elsewhere(() -> "done")).isEqualTo("done");
    assertThatThrownBy(
            () ->
                Stack.elsewhere(
                    () -> {
                      throw new IOException("own");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("own");
  }

  @SuppressWarnings("InfiniteRecursion") // it ends with the stack
  private static boolean hasRoomAtTheEnd() {
    try {
      return hasRoomAtTheEnd();
    } catch (StackOverflowError here) {
      return Stack.hasRoom();
    }
  }
}
