package dev.mulligan.processor.lint;

import dev.mulligan.processor.read.Guarded;
import dev.mulligan.processor.read.Tools;
import java.util.List;

/** Applies every rule to every method that has policies of its own. */
public final class Linter {
  private final List<Rule> rules;

  /** Creates a linter for one compilation. */
  public Linter(Tools tools) {
    TypesByName types = new TypesByName(tools);
    this.rules =
        List.of(
            new IdempotentRule(tools),
            new OneShotRule(tools, types),
            new CapturableRule(tools, types),
            new SecretRule(tools, types),
            new TimeRule(tools),
            new TransactionRule(tools),
            new OtherRetriesRule(tools));
  }

  /** Warns of what is wrong with a method. What an interface asks for is checked there. */
  public void check(Guarded call) {
    if (call.ownPolicies()) {
      rules.forEach(rule -> rule.check(call));
    }
  }
}
