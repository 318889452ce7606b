package dev.mulligan.agent.explain;

import dev.mulligan.agent.coverage.Finding;
import dev.mulligan.agent.policyfile.PolicyFile;
import dev.mulligan.agent.scan.ClassFile;
import dev.mulligan.agent.scan.PolicySearch;
import dev.mulligan.agent.weave.SourceLines;
import dev.mulligan.agent.weave.Subject;
import dev.mulligan.agent.weave.Weaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Explains jars and folders: weaves their classes as the agent would, and keeps what was found
 * instead of the result. Nothing of them is loaded or run. Not thread-safe.
 */
public final class Explainer {
  private final PolicyFile policies;
  private final ClassSet classes = new ClassSet();

  /**
   * Makes an explainer.
   *
   * @param policies what a file gives to methods without annotations
   */
  public Explainer(PolicyFile policies) {
    this.policies = policies;
  }

  /**
   * Adds a jar or folder to explain.
   *
   * @param place the jar or folder
   * @throws IOException if it cannot be read
   */
  public void add(Path place) throws IOException {
    classes.add(place, true);
  }

  /**
   * Adds a jar or folder that the others need.
   *
   * @param place the jar or folder
   * @throws IOException if it cannot be read
   */
  public void addClassPath(Path place) throws IOException {
    classes.add(place, false);
  }

  /**
   * Explains all that was added.
   *
   * @return every method that has a policy, sorted by class, then as written
   */
  public List<Explained> explain() {
    Map<String, String> wrappers = new Wrappers(classes).byWrapped();
    PolicySearch search = new PolicySearch();
    List<Explained> explained = new ArrayList<>();
    for (String type : classes.own()) {
      explain(type, search, wrappers.get(type), explained);
    }
    return explained;
  }

  private void explain(
      String type, PolicySearch search, @Nullable String wrapper, List<Explained> explained) {
    byte[] file = Objects.requireNonNull(bytes(type));
    List<Finding> findings = new ArrayList<>();
    SourceLines lines = SourceLines.NONE;
    try {
      weave(type, file, search, findings);
      lines = findings.isEmpty() ? lines : SourceLines.of(file);
    } catch (IOException | RuntimeException | LinkageError broken) {
      findings.add(Finding.unread(type.replace('/', '.'), "it cannot be read: " + broken));
    }
    SourceLines known = lines;
    findings.stream()
        .map(finding -> explained(finding, type, known, wrapper))
        .sorted(Comparator.comparingInt(Explained::line))
        .forEach(explained::add);
  }

  private void weave(String type, byte[] file, PolicySearch search, List<Finding> findings)
      throws IOException {
    ClassFile read = ClassFile.read(file);
    if (read == null) {
      findings.add(Finding.unread(type.replace('/', '.'), "it is no class file"));
    } else if (search.concerns(type, read, this::read) || policies.mayConcern(type)) {
      Subject subject = new Subject(type, file, classes, null, null, read.isWoven());
      new Weaver(policies, findings::add).weave(subject);
    }
  }

  private Explained explained(
      Finding finding, String type, SourceLines lines, @Nullable String wrapper) {
    return new Explained(
        finding,
        classes.origin(type),
        lines.source(),
        lines.first(finding.method(), finding.descriptor()),
        wrapper);
  }

  private @Nullable ClassFile read(String type) throws IOException {
    byte[] file = classes.find(type);
    return file == null ? null : ClassFile.read(file);
  }

  private byte @Nullable [] bytes(String type) {
    try {
      return classes.find(type);
    } catch (IOException unreadable) {
      return null;
    }
  }
}
