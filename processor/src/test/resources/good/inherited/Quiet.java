package com.acme;

/** Has no policies of its own, and so no wrapper. */
public class Quiet extends Base<String> {}
