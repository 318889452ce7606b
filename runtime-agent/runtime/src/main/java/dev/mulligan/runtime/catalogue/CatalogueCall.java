package dev.mulligan.runtime.catalogue;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * One guarded method. Immutable.
 *
 * @param id the identity that letters name it by
 * @param type the class that declares it, by its binary name
 * @param method its name
 * @param parameters its parameters, in order
 * @param result the type of its result
 * @param fingerprint a hash over the parameters' types and their fields
 * @param policies the values that were written, by annotation and attribute
 */
public record CatalogueCall(
    String id,
    String type,
    String method,
    List<CatalogueParameter> parameters,
    String result,
    String fingerprint,
    Map<String, Map<String, String>> policies) {

  /** Copies what is given. */
  public CatalogueCall {
    parameters = List.copyOf(parameters);
    policies = Catalogue.Copies.nested(policies);
  }

  /**
   * Tells whether a call that fails for good leaves a letter.
   *
   * @return true with {@code @DeadLetter}
   */
  public boolean keepsLetters() {
    return policies.containsKey("DeadLetter");
  }

  /**
   * Names the method for people.
   *
   * @return class, method and types, such as {@code com.acme.Payments#pay(long)}
   */
  public String signature() {
    StringJoiner signature = new StringJoiner(", ", type + "#" + method + "(", ")");
    parameters.forEach(parameter -> signature.add(parameter.type()));
    return signature.toString();
  }

  /**
   * Tells whether the arguments of another call could be its own.
   *
   * @param other another call
   * @return true if their parameters have the same types
   */
  public boolean takesTypesOf(CatalogueCall other) {
    return types().equals(other.types());
  }

  /** The types of the parameters, however they are written. */
  List<TypeText> types() {
    return parameters.stream().map(CatalogueParameter::type).map(TypeText::of).toList();
  }
}
