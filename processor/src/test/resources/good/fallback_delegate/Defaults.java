package com.acme;

interface Defaults {
  boolean isKnownByDefault(String currency);
}
