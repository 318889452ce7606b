package dev.mulligan.benchmarks.letters;

import dev.mulligan.runtime.journal.Journal;
import dev.mulligan.runtime.letter.Letter;
import dev.mulligan.runtime.letter.LetterJson;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Something that keeps letters safely, one at a time. */
interface Appender extends Closeable {
  /** Keeps the letter of a number; it is on disk when this returns. */
  void append(long number) throws IOException;

  /** The disk itself: 512 bytes at the end of a file, then {@code fdatasync}. For one thread. */
  final class Raw implements Appender {
    private static final int BYTES = 512;

    private final FileChannel channel;
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);

    Raw(Path folder) throws IOException {
      channel =
          FileChannel.open(
              folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void append(long number) throws IOException {
      channel.write(bytes.clear());
      channel.force(false);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The journal. */
  final class InJournal implements Appender {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Journal journal;

    InJournal(Path folder) throws IOException {
      journal = Journal.open(folder.resolve("journal"));
    }

    @Override
    public void append(long number) throws IOException {
      journal.append(Samples.letter(number), LIMIT);
    }

    @Override
    public void close() throws IOException {
      journal.close();
    }
  }

  /**
   * SQLite with a log that is forced at each commit: the same letter as a row of its id and its
   * JSON, a transaction each. Threads take turns, because SQLite has one writer.
   */
  final class Sqlite implements Appender {
    private final Connection connection;
    private final PreparedStatement insert;

    Sqlite(Path folder) throws SQLException {
      connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("letters.sqlite"));
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("PRAGMA synchronous = FULL");
        statement.execute("CREATE TABLE letter (id TEXT PRIMARY KEY, json TEXT) WITHOUT ROWID");
      }
      insert = connection.prepareStatement("INSERT INTO letter VALUES (?, ?)");
    }

    @Override
    public void append(long number) throws IOException {
      Letter letter = Samples.letter(number);
      String json = LetterJson.write(letter);
      synchronized (this) {
        try {
          insert.setString(1, letter.id());
          insert.setString(2, json);
          insert.executeUpdate();
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    }

    @Override
    public void close() throws IOException {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
