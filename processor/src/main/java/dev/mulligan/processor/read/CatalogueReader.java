package dev.mulligan.processor.read;

import dev.mulligan.processor.model.Catalogue;
import dev.mulligan.processor.model.CatalogueCall;
import dev.mulligan.processor.model.CatalogueParameter;
import dev.mulligan.processor.model.KeyParameter;
import dev.mulligan.processor.model.Policy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** Gathers the guarded methods of a compilation for its catalogue. Not thread-safe. */
public final class CatalogueReader {
  private static final String DEAD_LETTER = "DeadLetter";
  private static final int FINGERPRINT_BYTES = 8;

  private final Tools tools;
  private final BinaryText text;
  private final FieldReader fields;
  private final Keys keys;
  private final List<CatalogueCall> calls = new ArrayList<>();
  private final SortedMap<String, SortedMap<String, String>> types = new TreeMap<>();

  /** Creates a reader for one compilation. */
  public CatalogueReader(Tools tools) {
    this.tools = tools;
    this.text = new BinaryText(tools);
    this.fields = new FieldReader(tools);
    this.keys = new Keys(tools);
  }

  /** Adds a method, if it is guarded. */
  public void add(Guarded guarded) {
    if (guarded.reached()) {
      calls.add(call(guarded));
    }
  }

  /** The catalogue of what was added. */
  public Catalogue catalogue() {
    return new Catalogue(calls, types);
  }

  private CatalogueCall call(Guarded guarded) {
    ExecutableElement method = guarded.method();
    List<CatalogueParameter> parameters = parameters(guarded);
    Map<String, Map<String, String>> policies = new LinkedHashMap<>();
    for (Policy policy : guarded.policies().outermostFirst()) {
      policies.put(policy.annotation(), policy.values());
    }
    return new CatalogueCall(
        id(guarded),
        tools.location(guarded.type()),
        method.getSimpleName().toString(),
        parameters,
        text.of(method.getReturnType()),
        fingerprint(parameters, guarded),
        policies);
  }

  /** As the runtime derives it. */
  private String id(Guarded guarded) {
    Optional<String> given =
        guarded
            .policies()
            .find(DEAD_LETTER)
            .map(policy -> Placeholders.defaults(policy.values().getOrDefault("id", "")))
            .filter(id -> !id.isEmpty());
    return given.orElseGet(
        () ->
            guarded.method().getParameters().stream()
                .map(parameter -> text.erased(parameter.asType()))
                .collect(Collectors.joining(",", tools.location(guarded.method()) + "(", ")")));
  }

  private List<CatalogueParameter> parameters(Guarded guarded) {
    List<? extends VariableElement> declared = guarded.method().getParameters();
    KeyParameter key = keys.key(guarded.method(), guarded.type());
    List<Integer> redacted = keys.redacted(guarded.method(), guarded.type());
    List<CatalogueParameter> parameters = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      parameters.add(
          new CatalogueParameter(
              declared.get(i).getSimpleName().toString(),
              text.of(declared.get(i).asType()),
              key != null && key.index() == i ? key.path() : null,
              redacted.contains(i)));
    }
    return parameters;
  }

  /** What a letter holds: the types of the arguments, and what these hold. */
  private String fingerprint(List<CatalogueParameter> parameters, Guarded guarded) {
    SortedMap<String, SortedMap<String, String>> held = new TreeMap<>();
    if (guarded.policies().contain(DEAD_LETTER)) {
      for (int i = 0; i < parameters.size(); i++) {
        if (!parameters.get(i).redacted()) {
          fields.add(guarded.method().getParameters().get(i).asType(), held);
        }
      }
      types.putAll(held);
    }
    String shape = parameters.stream().map(CatalogueParameter::type).toList() + held.toString();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(shape.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
