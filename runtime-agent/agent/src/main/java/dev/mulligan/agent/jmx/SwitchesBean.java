package dev.mulligan.agent.jmx;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.runtime.Mulligan;
import java.util.List;

/** The MBean. Thread-safe. */
final class SwitchesBean implements SwitchesMXBean {
  @Override
  public List<String> getOff() {
    return Mulligan.switches().list();
  }

  @Override
  public List<String> getNotGuarded() {
    return Coverage.notGuarded().stream()
        .map(finding -> finding.location() + ": " + finding.reason())
        .toList();
  }

  @Override
  public void off(String what) {
    Mulligan.switches().off(what);
  }

  @Override
  public void on(String what) {
    Mulligan.switches().on(what);
  }
}
