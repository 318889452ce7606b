package dev.mulligan.agent.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class ErrandsTest {
  private final List<String> done = new ArrayList<>();
  private int threads;

  /** As the JVM does where a limit of threads is reached, once. */
  private final ThreadFactory initiallyFailing =
      work ->
          new Thread(work) {
            @Override
            public void start() {
              if (++threads == 1) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              work.run();
            }
          };

  @Test
  void whatNoThreadCouldBeStartedForIsDoneByTheNextOne() {
    Errands errands = new Errands(initiallyFailing);

    errands.add(() -> done.add("first"));
    errands.begin();
    assertThat(done).isEmpty();

    errands.begin();
    assertThat(done).containsExactly("first");
  }

  @Test
  void anErrandThatFailsKeepsNoOtherFromBeingDone() {
    Errands errands = new Errands(initiallyFailing);
    threads = 1;
    errands.add(
        () -> {
          throw new IllegalStateException("broken");
        });
    errands.add(() -> done.add("second"));
    errands.begin();

    assertThat(done).containsExactly("second");
  }
}
