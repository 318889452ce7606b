package dev.mulligan.processor.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the guard of one method is assembled.
 *
 * @param constant the name of the field that holds it
 * @param declaring the class or interface that declares the method
 * @param erasedResult the method's result in the class file
 * @param erasedParameters the method's parameters in the class file
 * @param policies its policies
 * @param shape how its body is written
 * @param key its key, or null
 * @param redacted the parameters whose values never leave the process
 */
public record GuardPlan(
    String constant,
    Type.Named declaring,
    Type erasedResult,
    List<Type> erasedParameters,
    Policies policies,
    Shape shape,
    @Nullable KeyParameter key,
    List<Integer> redacted) {}
