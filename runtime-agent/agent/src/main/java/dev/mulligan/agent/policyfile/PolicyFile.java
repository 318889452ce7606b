package dev.mulligan.agent.policyfile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a file, each with the methods that it is for. Immutable.
 *
 * <p>It reaches methods that have no policy annotation. Where several policies name a method, the
 * one whose pattern says most counts: a class without wildcard before one with, then a method
 * without, then one with parameters.
 */
public final class PolicyFile {
  /** No policies. */
  public static final PolicyFile NONE = new PolicyFile("", List.of());

  private final String path;
  private final List<FilePolicy> policies;

  PolicyFile(String path, List<FilePolicy> policies) {
    this.path = path;
    this.policies = policies;
  }

  /**
   * Tells whether methods of a class may be named. Called for every class that loads.
   *
   * @param internalName the class's name, with slashes
   * @return true if a pattern matches the class
   */
  public boolean mayConcern(String internalName) {
    for (int i = 0; i < policies.size(); i++) {
      if (policies.get(i).mayConcern(internalName)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds the policy of a method.
   *
   * @param candidate the method
   * @return its policy, or null
   * @throws IllegalArgumentException if two policies name it equally well
   */
  public @Nullable FilePolicy find(MethodPattern.Candidate candidate) {
    int most = -1;
    List<FilePolicy> best = new ArrayList<>(1);
    for (FilePolicy policy : policies) {
      int precision = policy.precision(candidate);
      if (precision > most) {
        best.clear();
        most = precision;
      }
      if (precision >= 0 && precision == most) {
        best.add(policy);
      }
    }
    if (best.size() > 1) {
      throw new IllegalArgumentException(
          "policies "
              + best.stream().map(FilePolicy::name).collect(Collectors.joining(" and "))
              + " of "
              + path
              + " name it equally well; name it exactly in one of them");
    }
    return best.isEmpty() ? null : best.get(0);
  }

  /**
   * Gives all policies.
   *
   * @return the policies, by name
   */
  public List<FilePolicy> policies() {
    return policies;
  }

  /**
   * Gives where the policies come from.
   *
   * @return the file's path, empty for {@link #NONE}
   */
  public String path() {
    return path;
  }
}
