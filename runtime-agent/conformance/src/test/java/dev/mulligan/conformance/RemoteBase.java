package dev.mulligan.conformance;

/** Brings the interface to those that extend it. */
abstract class RemoteBase implements Remote {}
