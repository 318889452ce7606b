package dev.mulligan.agent.weave;

import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.types.ClassFiles;
import dev.mulligan.agent.types.MethodInfo;
import dev.mulligan.agent.types.TypeInfo;
import dev.mulligan.agent.types.Types;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Readers of classes that are loaded, for tests. */
final class Readers {
  private Readers() {}

  static PolicyReader of(Class<?> type) {
    ClassFiles files = ClassFiles.of(type.getClassLoader());
    Types types = new Types(files);
    TypeInfo found = Objects.requireNonNull(types.find(type.getName().replace('.', '/')));
    return new PolicyReader(types, found, new FilePolicies(found, PolicyFile.NONE, true));
  }

  /** The one method of that name that was written by hand. */
  static MethodInfo method(PolicyReader reader, String name) {
    List<MethodInfo> found =
        reader.type().methods().stream()
            .filter(method -> method.name().equals(name) && !method.isMadeByCompiler())
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(found.size() + " methods " + name);
    }
    return found.get(0);
  }

  static String guard(Class<?> type, String name) throws IOException {
    PolicyReader reader = of(type);
    MethodInfo method = method(reader, name);
    byte[] file =
        Objects.requireNonNull(
            ClassFiles.of(type.getClassLoader()).find(type.getName().replace('.', '/')));
    MethodFacts facts =
        Objects.requireNonNull(MethodFacts.of(file, List.of(method)).get(MethodFacts.key(method)));
    return new GuardWriter(reader, method, reader.policiesOf(method), facts.namesOf(method))
        .write();
  }
}
