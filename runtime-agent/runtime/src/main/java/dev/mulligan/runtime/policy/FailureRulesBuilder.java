package dev.mulligan.runtime.policy;

import dev.mulligan.annotations.FailureType;
import java.util.Arrays;
import java.util.List;

/**
 * The three attributes that say which failures a policy is about, for every builder that has them.
 *
 * @param <B> the builder
 */
public abstract class FailureRulesBuilder<B extends FailureRulesBuilder<B>> {
  private List<String> on = List.of();
  private List<String> notOn = List.of();
  private List<FailureType> onTypes = List.of();

  FailureRulesBuilder() {}

  abstract B self();

  static <B extends FailureRulesBuilder<B>> Schema<B> addTo(Schema<B> schema) {
    return schema
        .names("on", FailureRulesBuilder::onNames)
        .names("notOn", FailureRulesBuilder::notOnNames)
        .constants("onTypes", FailureType.class, FailureRulesBuilder::onTypeList);
  }

  /**
   * Names the exceptions that are meant.
   *
   * @param types exception classes; none means the default
   * @return this builder
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final B on(Class<? extends Throwable>... types) {
    return onNames(names(types));
  }

  /**
   * Names the exceptions that are not meant.
   *
   * @param types exception classes; none means no exclusion
   * @return this builder
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  public final B notOn(Class<? extends Throwable>... types) {
    return notOnNames(names(types));
  }

  /**
   * Names the failure types that are meant.
   *
   * @param types failure types; none means the default
   * @return this builder
   */
  public final B onTypes(FailureType... types) {
    return onTypeList(List.of(types));
  }

  private B onNames(List<String> names) {
    on = names;
    return self();
  }

  private B notOnNames(List<String> names) {
    notOn = names;
    return self();
  }

  private B onTypeList(List<FailureType> types) {
    onTypes = types;
    return self();
  }

  final FailureRules rules() {
    return FailureRules.of(on, notOn, onTypes);
  }

  private static List<String> names(Class<?>[] types) {
    return Arrays.stream(types).map(Class::getName).toList();
  }
}
