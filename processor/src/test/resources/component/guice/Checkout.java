package com.acme;

import jakarta.inject.Inject;
import jakarta.inject.Provider;

class Checkout {
  final Payments payments;
  final Provider<Payments> later;
  final Api api;
  final HttpApi plain;

  @Inject
  Checkout(Payments payments, Provider<Payments> later, Api api, HttpApi plain) {
    this.payments = payments;
    this.later = later;
    this.api = api;
    this.plain = plain;
  }
}
