// -Amulligan.lint=all
package com.acme;

import dev.mulligan.annotations.Retry;
import java.io.IOException;
import java.util.List;

public class LintRetriedInLoop {
  public String again() {
    while (true) {
      try {
        return read("");
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  public String counted(String name) throws IOException {
    String text = "";
    for (int i = 0; i < 3; i++) {
      try {
        text = read(name);
      } catch (IOException e) {
        continue;
      }
      break;
    }
    return text;
  }

  public void each(List<String> names) {
    for (String name : names) {
      try {
        read(name);
      } catch (IOException e) {
        System.err.println(name);
      }
    }
  }

  public String first(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      try {
        return read(names.get(i));
      } catch (IOException e) {
        System.err.println(names);
      }
    }
    return "";
  }

  public String until() throws IOException {
    while (true) {
      try {
        return read("");
      } catch (IOException e) {
        throw e;
      }
    }
  }

  @Retry
  public String read(String name) throws IOException {
    return name;
  }
}
