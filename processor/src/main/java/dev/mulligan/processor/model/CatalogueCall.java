package dev.mulligan.processor.model;

import java.util.List;
import java.util.Map;

/**
 * A guarded method, as the call catalogue lists it.
 *
 * @param id the identity of the call in letters
 * @param type the binary name of the class that declares the method
 * @param method the method's name
 * @param parameters its parameters
 * @param result the type of its result
 * @param fingerprint changes when arguments that were kept before might not fit any more
 * @param policies the values that were written, by annotation and attribute
 */
public record CatalogueCall(
    String id,
    String type,
    String method,
    List<CatalogueParameter> parameters,
    String result,
    String fingerprint,
    Map<String, Map<String, String>> policies) {}
