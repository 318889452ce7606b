package com.acme;

import dev.mulligan.annotations.Retry;

@Retry(maxAttempts = 0)
@interface Wild {}
