package dev.mulligan.runtime.event;

/**
 * A dead letter could not be kept; the call itself was not affected.
 *
 * @param callId the call
 * @param reason why
 */
public record LetterRejected(String callId, Throwable reason) implements MulliganEvent {}
