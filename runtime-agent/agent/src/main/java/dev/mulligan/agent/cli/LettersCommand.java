package dev.mulligan.agent.cli;

import dev.mulligan.runtime.admin.OfflineLetters;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with dead letters. */
@Command(
    name = "letters",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show | stats | export | replay | discard | purge)",
    description = {
      "Lists, shows, counts, exports, replays, discards and purges dead letters.",
      "An application that runs is asked; without one, its journal is read. Only replay needs the"
          + " application's code, and so an application that runs."
    },
    subcommands = {
      LettersListCommand.class,
      LettersShowCommand.class,
      LettersStatsCommand.class,
      LettersExportCommand.class,
      LettersReplayCommand.class,
      LettersDiscardCommand.class,
      LettersPurgeCommand.class
    })
final class LettersCommand {
  @Spec private @Nullable CommandSpec spec;

  private final LetterDesk.JournalOpener journal;

  LettersCommand() {
    this(OfflineLetters::open);
  }

  LettersCommand(LetterDesk.JournalOpener journal) {
    this.journal = journal;
  }

  LetterDesk open(Processes processes) throws IOException {
    try {
      return LetterDesk.open(processes, journal);
    } catch (LetterDesk.AmbiguousException e) {
      throw usage(e.getMessage());
    }
  }

  /** The command line is wrong. */
  ParameterException usage(@Nullable String why) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(why));
  }
}
