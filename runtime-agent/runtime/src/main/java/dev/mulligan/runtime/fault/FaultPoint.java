package dev.mulligan.runtime.fault;

/**
 * Where a fault may happen.
 *
 * @param policy the name of the policy, such as {@code PageClient.fetch}
 * @param type the class that declares the method
 * @param method the method's name
 */
public record FaultPoint(String policy, Class<?> type, String method) {}
