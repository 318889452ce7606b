package dev.mulligan.runtime.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids that come out of order. */
class RowOrderTest {
  private final Rows rows = new Rows();
  private final RowOrder order = new RowOrder(rows);

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "17, 3", "1000, 1", "1000, 20", "1000, 1000", "4097, 64"})
  void rowsAreInTheOrderOfTheirIdsHoweverFarOutOfItTheyCame(int count, int disorder) {
    for (long id : ids(count, disorder)) {
      int row = rows.add();
      rows.chunk(row).idTime[Rows.place(row)] = id / 2;
      rows.chunk(row).idRest[Rows.place(row)] = id;
      order.add(row);
    }

    assertThat(order.length()).isEqualTo(count);
    for (int place = 0; place < count; place++) {
      assertThat(rows.idRest(order.row(place))).isEqualTo(place);
      assertThat(order.after(new LetterId(place / 2, place))).isEqualTo(place + 1);
    }
  }

  /** Each part is shuffled by itself. */
  private static List<Long> ids(int count, int part) {
    List<Long> ids = new ArrayList<>();
    for (long id = 0; id < count; id++) {
      ids.add(id);
    }
    Random random = new Random(count);
    for (int from = 0; from < count; from += part) {
      Collections.shuffle(ids.subList(from, Math.min(count, from + part)), random);
    }
    return ids;
  }
}
