package com.acme;

import dev.mulligan.annotations.Retry;
import org.mapstruct.Mapper;

/** Both processors write something for this one. */
@Mapper
interface Prices {
  @Retry
  OrderMapper.Row copy(OrderMapper.Row row);
}
