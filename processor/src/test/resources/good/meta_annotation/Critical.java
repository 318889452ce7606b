package com.acme;

import dev.mulligan.annotations.DeadLetter;
import dev.mulligan.annotations.Retry;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

@Retention(RetentionPolicy.RUNTIME)
@Retry(name = "critical", maxAttempts = 7)
@DeadLetter
public @interface Critical {}
