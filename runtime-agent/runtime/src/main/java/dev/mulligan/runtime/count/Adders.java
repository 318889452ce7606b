package dev.mulligan.runtime.count;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** A counter a constant. Thread-safe. */
@SuppressWarnings("EnumOrdinal") // an index that is never stored
final class Adders<E extends Enum<E>> {
  private final E[] constants;
  private final LongAdder[] adders;

  Adders(Class<E> type) {
    constants = type.getEnumConstants();
    adders = new LongAdder[constants.length];
    for (int i = 0; i < adders.length; i++) {
      adders[i] = new LongAdder();
    }
  }

  void increment(E constant) {
    adders[constant.ordinal()].increment();
  }

  long sum(E constant) {
    return adders[constant.ordinal()].sum();
  }

  Map<E, Long> sums(Class<E> type) {
    Map<E, Long> sums = new EnumMap<>(type);
    for (E constant : constants) {
      sums.put(constant, sum(constant));
    }
    return sums;
  }
}
