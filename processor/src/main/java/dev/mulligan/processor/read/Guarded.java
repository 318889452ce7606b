package dev.mulligan.processor.read;

import dev.mulligan.processor.diagnostic.Place;
import dev.mulligan.processor.model.Policies;
import dev.mulligan.runtime.policy.MethodPolicies;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A method that has policies, for those who look at more than its wrapper.
 *
 * @param method the method
 * @param type the type that declares it
 * @param policies its policies as they were written
 * @param values what the policies say, without those that have problems
 * @param place where the nearest policy is written, or the method if that is elsewhere
 * @param ownPolicies whether its own type asks for them, rather than an interface alone
 * @param idempotent whether somebody says that calling it again does no harm
 * @param asynchronous whether its result arrives later, in a way that is understood
 * @param reached whether a wrapper or the agent guards it, as far as the compiler can tell
 */
public record Guarded(
    ExecutableElement method,
    TypeElement type,
    Policies policies,
    MethodPolicies values,
    Place place,
    boolean ownPolicies,
    boolean idempotent,
    boolean asynchronous,
    boolean reached) {}
