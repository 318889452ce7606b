package dev.mulligan.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mulligan.runtime.journal.Record.Again;
import dev.mulligan.runtime.journal.Record.Gone;
import dev.mulligan.runtime.journal.Record.Head;
import dev.mulligan.runtime.letter.LetterJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Records may come in any order. */
class LetterIndexTest {
  private static final String ID = Samples.id(1, 1);
  private static final Position AT = new Position("letters-1.journal", 100, 50);

  private final LetterIndex index = new LetterIndex();

  @Test
  void aFurtherFailureThatIsReadAfterTheRemovalOfItsLetterIsGoneToo() {
    index.apply(new Gone(ID, 2, 0), AT);
    index.apply(new Again(ID, 1, head(Samples.id(1, 2))), AT);
    index.endPass(true);

    assertThat(index.rows.count()).isZero();
    assertThat(index.joinedOfGone()).isEqualTo(1);
  }

  @Test
  void aFurtherFailureWhoseLetterIsDamagedIsALetterOfItsOwn() {
    index.apply(new Again(ID, 1, head(Samples.id(1, 2))), AT);
    index.endPass(true);

    assertThat(index.rows.count()).isEqualTo(1);
  }

  private static Head head(String id) {
    byte[] json = LetterJson.write(Samples.letter(id, "same")).getBytes(StandardCharsets.UTF_8);
    return (Head) new Records().read(json, 0, json.length);
  }
}
