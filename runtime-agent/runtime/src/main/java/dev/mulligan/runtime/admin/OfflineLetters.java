package dev.mulligan.runtime.admin;

import dev.mulligan.runtime.admin.letters.LetterCommands;
import dev.mulligan.runtime.admin.socket.Command;
import dev.mulligan.runtime.admin.socket.Json;
import dev.mulligan.runtime.deadletter.DeadLetterOffice;
import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.spi.DeadLetterStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers an operator's requests about letters when no application runs: all that need no code of
 * the application, with the answers that it would give. Thread-safe.
 */
public final class OfflineLetters implements AutoCloseable {
  private final DeadLetterStore store;
  private final Map<String, Command> commands;

  private OfflineLetters(DeadLetterStore store) {
    this.store = store;
    this.commands = new LetterCommands(new DeadLetterOffice(() -> store)).all();
  }

  /**
   * Opens the journal of an application. It may begin to run, or run without an admin socket,
   * meanwhile.
   *
   * @param folder the journal's, within what {@code mulligan.dir} names
   * @return answers requests until it is closed
   * @throws IOException if there is no journal that can be read
   */
  public static OfflineLetters open(Path folder) throws IOException {
    return of(Journal.openForOperator(folder));
  }

  /**
   * Asks another store.
   *
   * @param store where the letters are; closed with the new object
   * @return answers requests until it is closed
   */
  public static OfflineLetters of(DeadLetterStore store) {
    return new OfflineLetters(store);
  }

  /**
   * Answers a request.
   *
   * @param request as for {@link AdminClient#send}
   * @return the answer; {@code ok} tells whether it was done, {@code error} why not
   * @throws IOException if the letters cannot be read or changed
   */
  public Map<String, @Nullable Object> send(Map<String, ? extends @Nullable Object> request)
      throws IOException {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    Command command = commands.get(String.valueOf(request.get("command")));
    try {
      if (command == null) {
        throw new IllegalArgumentException(
            request.get("command") + " needs an application that runs");
      }
      // As text and back: an answer has the same types as one that was sent.
      answer.putAll(Json.read(Json.write(command.answer(Json.read(Json.write(request))))));
      answer.put("ok", true);
    } catch (IllegalArgumentException wrong) {
      answer.put("ok", false);
      answer.put("error", wrong.getMessage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
