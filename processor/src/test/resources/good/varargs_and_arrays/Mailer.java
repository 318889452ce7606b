package com.acme;

import dev.mulligan.annotations.DeadLetter;
import java.util.List;

public class Mailer {
  @DeadLetter
  public void send(String... addresses) {}

  @DeadLetter
  public String[] split(byte[] raw) {
    return new String[0];
  }

  @DeadLetter
  public int[][] matrix(int[][] rows) {
    return rows;
  }

  @DeadLetter
  public void format(String pattern, Object... arguments) {}

  @DeadLetter
  @SuppressWarnings("unchecked")
  public void merge(List<String>... lists) {}
}
