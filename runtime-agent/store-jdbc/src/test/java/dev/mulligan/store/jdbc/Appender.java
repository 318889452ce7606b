package dev.mulligan.store.jdbc;

import java.io.IOException;
import java.util.stream.IntStream;

/** A process of its own that appends letters until it is killed, and tells which are kept. */
final class Appender {
  private static final int THREADS = 3;
  private static final int TRIES = 20;

  private Appender() {}

  /**
   * Appends letters.
   *
   * @param args the database's URL, and the number of the first letter
   */
  public static void main(String[] args) throws Exception {
    JdbcStore store = open(new FileDatabase(args[0]));
    int first = Integer.parseInt(args[1]);
    for (int thread : IntStream.range(0, THREADS).toArray()) {
      new Thread(() -> append(store, first + thread)).start();
    }
  }

  /** H2 refuses who comes while another process opens the file, and takes him the next time. */
  private static JdbcStore open(FileDatabase database) throws IOException {
    for (int left = TRIES; ; left--) {
      try {
        return database.open(Tables.DEFAULT);
      } catch (IOException refused) {
        if (left == 0) {
          throw refused;
        }
      }
    }
  }

  private static void append(JdbcStore store, int first) {
    try {
      for (int number = first; ; number += THREADS) {
        // Every third letter is taken into the first of them.
        store.append(Samples.letter(number, number % 3 == 0 ? "same" : ""), Samples.LIMIT);
        // In one piece: lines of threads must not mix.
        System.out.print(number + "\n");
        System.out.flush();
      }
    } catch (Exception e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }
}
