package com.acme;

import dev.mulligan.annotations.CircuitBreaker;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
@Critical
@CircuitBreaker(consecutiveFailures = 3)
public @interface VeryCritical {}
