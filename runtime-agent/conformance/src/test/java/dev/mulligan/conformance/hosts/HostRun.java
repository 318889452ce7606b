package dev.mulligan.conformance.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What a host printed: {@code key=value} lines of the application, and lines of logs.
 *
 * @param output all of it
 */
record HostRun(String output) {
  /** The value that the application printed last under a key. */
  String value(String key) {
    List<String> values = values(key);
    if (values.isEmpty()) {
      throw new AssertionError("no " + key + " in\n" + output);
    }
    return values.get(values.size() - 1);
  }

  /** All values that the application printed under a key. */
  List<String> values(String key) {
    String start = key + "=";
    return output
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  /** The shop's till was attempted three times, under the only policies there are. */
  void assertGuarded() {
    assertThat(value("attempts")).as(output).isEqualTo("3");
    assertThat(value("policies")).isEqualTo("[till of shop.Till#pay]");
    assertThat(value("breakers")).isEqualTo("[till CLOSED]");
    assertThat(refusals()).isEmpty();
  }

  /** The shop's till ran as it was written, and a line says so and names its loader somehow. */
  void assertRefused(String... loaderNames) {
    assertThat(value("attempts")).as(output).isEqualTo("1");
    assertThat(value("policies")).isEqualTo("[]");
    assertThat(refusals())
        .filteredOn(line -> line.contains("shop.Till"))
        .singleElement()
        .asString()
        .containsAnyOf(loaderNames);
  }

  /** The lines of the log that name what is left as it was written. */
  List<String> refusals() {
    return output.lines().filter(line -> line.contains("Not guarded: ")).toList();
  }

  @Override
  public String toString() {
    return output;
  }
}
