package com.acme;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper
interface OrderMapper {
  @Mapping(source = "number", target = "id")
  Row toRow(Order order);

  record Order(String number, int cents) {}

  record Row(String id, int cents) {}
}
