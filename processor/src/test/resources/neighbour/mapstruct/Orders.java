package com.acme;

import dev.mulligan.annotations.Backoff;
import dev.mulligan.annotations.Retry;
import java.io.IOException;

/** Its constructor mentions what MapStruct writes. */
class Orders {
  int attempts;
  private final OrderMapperImpl mapper;

  Orders(OrderMapperImpl mapper) {
    this.mapper = mapper;
  }

  @Retry(backoff = Backoff.NONE)
  OrderMapper.Row load(String number) throws IOException {
    if (++attempts < 3) {
      throw new IOException("down");
    }
    return mapper.toRow(new OrderMapper.Order(number, 5));
  }
}
