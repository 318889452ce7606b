package dev.mulligan.runtime.journal;

import static dev.mulligan.runtime.journal.Samples.LIMIT;
import static dev.mulligan.runtime.journal.Samples.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept when somebody takes the folder away from a journal that is open. */
class MissingFolderTest {
  @TempDir private Path parent;
  private Path folder = Path.of("");
  private Path aside = Path.of("");
  private Journal journal;

  @BeforeEach
  void keepOne() throws IOException {
    folder = parent.resolve("journal");
    aside = parent.resolve("aside");
    journal = Journal.open(folder);
    journal.append(letter(1), LIMIT);
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private static List<String> kept(Path folder) throws IOException {
    try (Journal other = Journal.open(folder)) {
      return other.list(LetterFilter.all(), null, 10).stream().map(Letter::id).toList();
    }
  }

  @Test
  void aLetterThatIsAcknowledgedIsThereUnderTheFoldersName() throws IOException {
    Files.move(folder, aside);

    journal.append(letter(2), LIMIT);

    assertThat(kept(folder)).containsExactly(letter(2).id());
    assertThat(kept(aside)).containsExactly(letter(1).id());
  }

  @Test
  void soIsOneWithAnIdentity() throws IOException {
    Files.move(folder, aside);
    Letter same = letter(Samples.id(1, 2), "same");

    journal.append(same, LIMIT);

    assertThat(kept(folder)).containsExactly(same.id());
  }

  @Test
  void soIsOneThatFollowsALookAtTheLetters() throws IOException {
    Files.move(folder, aside);

    assertThat(journal.list(LetterFilter.all(), null, 10)).isEmpty();
    journal.append(letter(2), LIMIT);

    assertThat(kept(folder)).containsExactly(letter(2).id());
  }

  @Test
  void whereTheFolderCannotBeCreatedNothingIsAcknowledged() throws IOException {
    Files.move(folder, aside);
    Files.createFile(folder);

    assertThatThrownBy(() -> journal.append(letter(2), LIMIT)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> journal.append(letter(Samples.id(1, 2), "same"), LIMIT))
        .isInstanceOf(IOException.class);

    Files.delete(folder);
    journal.append(letter(3), LIMIT);
    assertThat(kept(folder)).containsExactly(letter(3).id());
  }

  @Test
  void whatIsPutBackIsReadAgain() throws IOException {
    Files.move(folder, aside);
    journal.append(letter(2), LIMIT);
    try (Stream<Path> files = Files.list(aside)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".journal")).toList()) {
        Files.move(file, folder.resolve(file.getFileName()));
      }
    }

    assertThat(journal.list(LetterFilter.all(), null, 10)).hasSize(2);
  }
}
