package dev.mulligan.processor.model;

import java.util.List;
import java.util.Optional;

/**
 * The policies of one method.
 *
 * @param outermostFirst at least one, each annotation once
 */
public record Policies(List<Policy> outermostFirst) {
  /** Finds the policy of one annotation. */
  public Optional<Policy> find(String annotation) {
    return outermostFirst.stream().filter(p -> p.annotation().equals(annotation)).findFirst();
  }

  /** Tells whether there is a policy of one annotation. */
  public boolean contain(String annotation) {
    return find(annotation).isPresent();
  }

  /** Tells whether returned values are looked at. */
  public boolean checkResult() {
    return find("Retry").filter(retry -> retry.differs("onResult", "")).isPresent();
  }

  /** Tells whether the arguments are copied when the call begins. */
  public boolean takeSnapshot() {
    return find("DeadLetter").filter(letter -> letter.differs("snapshot", "false")).isPresent();
  }
}
