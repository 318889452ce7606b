package dev.mulligan.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** For {@code synchronized} methods, which an agent that comes late leaves as they are written. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@DisabledIfSystemProperty(
    named = AttachedAgent.JAR,
    matches = ".+",
    disabledReason = "a class that is loaded keeps the modifiers of its methods")
@interface NotAttached {}
