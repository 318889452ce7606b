package dev.mulligan.agent.cli;

import dev.mulligan.agent.coverage.Finding;
import java.lang.invoke.MethodType;

/** A method as people write it. */
final class Signature {
  private Signature() {}

  static String of(Finding finding) {
    if (finding.method().isEmpty()) {
      return "(the class)";
    }
    StringBuilder signature = new StringBuilder(finding.method()).append('(');
    String descriptor = finding.descriptor();
    int at = 1;
    while (descriptor.charAt(at) != ')') {
      int begin = at;
      while (descriptor.charAt(at) == '[') {
        at++;
      }
      int dimensions = at - begin;
      int end = descriptor.charAt(at) == 'L' ? descriptor.indexOf(';', at) + 1 : at + 1;
      signature.append(begin == 1 ? "" : ", ").append(simple(descriptor.substring(at, end)));
      signature.append("[]".repeat(dimensions));
      at = end;
    }
    return signature.append(')').toString();
  }

  private static String simple(String type) {
    if (type.length() > 1) {
      String name = type.substring(Math.max(1, type.lastIndexOf('/') + 1), type.length() - 1);
      return name.substring(name.lastIndexOf('$') + 1);
    }
    return MethodType.fromMethodDescriptorString("()" + type, null).returnType().getName();
  }
}
