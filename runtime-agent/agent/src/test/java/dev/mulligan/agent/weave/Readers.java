package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.PolicyFile;
import net.bytebuddy.description.type.TypeDescription;

/** Readers of classes that are loaded, for tests. */
final class Readers {
  private Readers() {}

  static PolicyReader of(Class<?> type) {
    TypeDescription described = TypeDescription.ForLoadedType.of(type);
    return new PolicyReader(described, new FilePolicies(described, PolicyFile.NONE, true));
  }
}
