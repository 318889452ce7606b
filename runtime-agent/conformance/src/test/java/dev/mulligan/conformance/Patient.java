package dev.mulligan.conformance;

import dev.mulligan.annotations.CircuitBreaker;
import dev.mulligan.annotations.Retry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Several policies as one annotation. */
@Retry(maxAttempts = 5, delay = "0ms")
@CircuitBreaker(name = "patient", consecutiveFailures = 100)
@Retention(RetentionPolicy.RUNTIME)
@interface Patient {}
