package dev.mulligan.runtime.event;

/**
 * A dead letter was called again.
 *
 * @param letterId the letter
 * @param callId the call
 * @param succeeded whether the call returned
 */
public record Replayed(String letterId, String callId, boolean succeeded)
    implements MulliganEvent {}
