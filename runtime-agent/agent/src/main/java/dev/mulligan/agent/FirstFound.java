package dev.mulligan.agent;

import dev.mulligan.agent.coverage.Coverage;
import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.FilePolicy;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.selftest.Probe;
import dev.mulligan.agent.selftest.SelfTest;
import dev.mulligan.runtime.admin.Admin;
import dev.mulligan.runtime.config.KnownKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is done once a class with policies was found, on a thread of the agent's. */
final class FirstFound implements Runnable {
  private final PolicyFile policies;

  FirstFound(PolicyFile policies) {
    this.policies = policies;
  }

  @Override
  public void run() {
    for (FilePolicy policy : policies.policies()) {
      KnownKeys.addPolicy(policy.name(), policy.values().keySet());
    }
    Admin.addToStatus("agent", this::status);
    JmxSeen.woven();
    if (!SelfTest.run()) {
      Coverage.add(Finding.unread(Probe.class.getName(), "the self-test " + SelfTest.outcome()));
    }
  }

  private Map<String, @Nullable Object> status() {
    Map<String, @Nullable Object> status = new LinkedHashMap<>();
    status.put("selfTest", SelfTest.outcome());
    status.put("policyFile", policies.path());
    List<Finding> findings =
        Coverage.findings().stream()
            .filter(finding -> !finding.type().equals(Probe.class.getName()))
            .toList();
    for (Finding.Verdict verdict : Finding.Verdict.values()) {
      status.put(
          verdict.key(),
          findings.stream()
              .filter(finding -> finding.verdict() == verdict)
              .map(FirstFound::describe)
              .toList());
    }
    status.put("notRemembered", Coverage.forgotten());
    return status;
  }

  private static Map<String, @Nullable Object> describe(Finding finding) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("method", finding.location());
    entry.put("descriptor", finding.descriptor());
    entry.put("policies", finding.policies());
    if (finding.reason() != null) {
      entry.put("reason", finding.reason());
    }
    return entry;
  }
}
